// One telling, several occasions: "met A in March and B in April", "twice, in Ellion in May and in Sarvonia last week".
import { within } from './dating.ts'
import type { TimeExpression } from './draft.ts'
import { edtfDays } from './edtf.ts'
import type { Item, Modifiers } from './modifiers.ts'

/** What one occasion has of its own, or shares with the first. */
export interface Leg {
  people: number[]
  places: Modifiers['places']
  times: TimeExpression[]
}

/** The occasions told to the right of a trigger; empty where it is one. */
export function legsOf(mods: Modifiers): Leg[] {
  const legs = cut(
    mods.order,
    mods.order.some(({ what }) => what === 'count'),
  )
  if (legs.length < 2) return []
  const asLegs = legs.map((items) => toLeg(mods, items))
  return share(isFrame(asLegs) ? asLegs.slice(1) : asLegs, asLegs[0]!)
}

/** "twice in 2029, in March and in October": the first time holds the others. */
const isFrame = ([frame, ...legs]: Leg[]): boolean =>
  frame!.times.length === 1 &&
  legs.every(
    ({ times }) => times.length > 0 && times.every((time) => within(time.edtf, frame!.times[0]!.edtf)),
  )

/** Cuts the constituents where a slot that is taken comes again. */
function cut(order: Item[], counted: boolean): Item[][] {
  const legs: Item[][] = [[]]
  let since = 0
  let broken = false
  for (const [at, item] of order.entries()) {
    if (item.what === 'count') continue
    if (item.what === 'break') {
      broken = true
      since = legs.at(-1)!.length
      continue
    }
    const leg = legs.at(-1)!
    if (
      broken &&
      (opens(leg, item, counted) || fronts(leg, item, order.slice(at + 1, at + 3), isSetOff(order, at)))
    )
      legs.push([item])
    // "meets A, in Sarvonia B": the place before the second person is already his
    else if (!broken && item.what === 'people' && has(leg.slice(0, since), 'people') && since < leg.length)
      legs.push([...leg.splice(since), item])
    else leg.push(item)
    broken = false
  }
  return legs
}

const has = (leg: Item[], what: Item['what']): boolean => leg.some((item) => item.what === what)

/** "was in Ellion, and on the 5th in Sarvonia", "saw A on the 4th in Ellion, on the 5th in Arica": the time stands before the next place. */
function fronts(leg: Item[], item: Item, [next, second]: Item[], setOff: boolean): boolean {
  if (item.what !== 'time') return false
  // "Sarvonia and, yesterday, Ellion", "saw A and, on Tuesday, B"
  if (setOff && next?.what === 'break' && second) return has(leg, second.what)
  // "…, Arica on Friday and, yesterday, Lima"
  const place = next?.what === 'break' && has(leg, 'time') ? second : next
  return has(leg, 'place') && place?.what === 'place'
}

/** "Ellion, Sarvonia and, yesterday, Arica": behind an "and" and a comma. */
const isSetOff = (order: Item[], at: number): boolean => {
  const [and, comma] = [order[at - 2], order[at - 1]]
  return and?.what === 'break' && comma?.what === 'break' && comma.part === and.last
}

function opens(leg: Item[], item: Item, counted: boolean): boolean {
  if (!has(leg, item.what)) return false
  if (item.what === 'people') return has(leg, 'time') || has(leg, 'place')
  if (item.what === 'place') return has(leg, 'time') || (has(leg, 'people') && item.prep !== '')
  return counted || (item.prep !== '' && [item, leg.findLast(({ what }) => what === 'time')!].every(isLong))
}

/** A month or a year: "in March and in June" are two occasions, "on Monday and Tuesday" is one. */
function isLong({ time }: Item): boolean {
  const days = edtfDays(time?.edtf ?? null)
  return days !== null && days.last - days.first > 20
}

const toLeg = (mods: Modifiers, items: Item[]): Leg => ({
  people: items.filter(({ what }) => what === 'people').flatMap(({ entities }) => entities),
  places: mods.places.filter((place) =>
    items.some(({ what, part, last }) => what === 'place' && part <= place.part && place.part < last),
  ),
  times: items.flatMap(({ time }) => time ?? []),
})

/** What only the first tells holds for all. */
function share(legs: Leg[], first: Leg): Leg[] {
  const only = <K extends keyof Leg>(slot: K): boolean =>
    legs.every((leg) => leg === first || leg[slot].length === 0)
  const [people, places] = [only('people'), only('places')]
  return legs.map((leg) => ({
    people: people ? first.people : leg.people,
    places: places ? first.places : leg.places,
    times: leg.times,
  }))
}
