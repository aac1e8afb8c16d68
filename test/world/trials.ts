// All trials of a random world, under rules drawn for each.
import { readRows } from './naive.ts'
import { dieOf, type RandomWorld } from './random.ts'
import type { Trial } from './scene.ts'
import { highestTrial, itineraryTrial, timelineTrial } from './trials-between.ts'
import { endTrial, gapTrial } from './trials-ends.ts'
import { agendaTrial, groupingTrial, normTrial } from './trials-groups.ts'
import { coincidenceTrial, paceTrial, reciprocityTrial } from './trials-paces.ts'
import { briefTrial, checkTrial, hypothesisTrial, readoutsTrial } from './trials-texts.ts'

const makers = [
  timelineTrial,
  itineraryTrial,
  highestTrial,
  endTrial,
  endTrial,
  gapTrial,
  paceTrial,
  reciprocityTrial,
  coincidenceTrial,
  normTrial,
  groupingTrial,
  agendaTrial,
  readoutsTrial,
  briefTrial,
  hypothesisTrial,
  checkTrial,
]

/** All trials of one world, under rules drawn for each. */
export function trialsOf(seed: number, world: RandomWorld, times: number, today: string): Trial[] {
  const die = dieOf(seed + 5000)
  const rows = readRows(world)
  return Array.from({ length: times }, () => makers)
    .flat()
    .flatMap((make) => {
      const rule = die.chance(0.5)
        ? world.knowledge.rules.find((r) => r.name === 'chancery')!
        : die.one(world.knowledge.rules)
      const trial = make({ world, rows, die, rule, today })
      return trial ? [{ ...trial, raw: { ...trial.raw, rule: rule.name } }] : []
    })
}
