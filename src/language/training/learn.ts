// Trains the network over the treebanks, epoch by epoch, and packs the model.
import type { TreebankSentence } from '../conllu.ts'
import { affixRows, makeVocabulary } from '../features.ts'
import { readParameters } from '../model.ts'
import type { Sizes } from '../network.ts'
import { Gradient, type Lesson, type StepResult } from './gradient.ts'
import { learnLemmas } from './lemmas.ts'
import { makeLesson, takeInventory } from './lessons.ts'
import { Optimizer, packModel } from './optimizer.ts'
import { makePhrases } from './phrases.ts'

export interface Plan {
  epochs: number
  width: number
  layers: number
  arc: number
  /** Highest step size; falls to nothing by the last step. */
  rate: number
  /** Words a step. */
  batch: number
  random: () => number
  log: (line: string) => void
  /** Called with the model after every so many epochs and at the end. */
  check: (file: Uint8Array, epoch: number) => void
  checkEvery: number
  /** A model to go on from, made of the same treebanks; null to begin anew. */
  from: Uint8Array | null
}

/** How much a sentence counts: news, speeches and biographies are the nearest to what the reader reads. */
export const weightOf = (id: string): number =>
  /^GUM_(?:news|speech|bio|interview|court)/.test(id) ? 1.5 : 1

/** Trains on `sentences`, of which `parsed` (by a parser, not by people) count `parsedWeight`. Gives the model file. */
export function learn(sentences: TreebankSentence[], parsed: TreebankSentence[], plan: Plan): Uint8Array {
  const inventory = takeInventory(sentences, makeVocabulary)
  const sizes: Sizes = {
    rows: inventory.vocabulary.size + affixRows,
    width: plan.width,
    layers: plan.layers,
    arc: plan.arc,
    tags: inventory.tags.length,
    relations: inventory.relations.length,
  }
  plan.log(
    `${sentences.length}+${parsed.length} sentences, ${inventory.words.length} words, ${sizes.tags} tags, ${sizes.relations} relations`,
  )
  const gradient = new Gradient(sizes, { input: 0.2, layer: 0.2, parts: 0.25 }, plan.random)
  if (plan.from !== null) readParameters(plan.from, sizes, gradient.table, gradient.dense)
  const optimizer = new Optimizer(gradient)
  const lemmas = learnLemmas(sentences)
  const pack = (): Uint8Array =>
    packModel({
      names: { sizes, tags: inventory.tags, relations: inventory.relations },
      words: inventory.words,
      lemmas,
      dense: optimizer.averageDense,
      table: optimizer.averageTable,
      width: plan.width,
    })
  const all = [
    ...sentences.map((s) => [s, weightOf(s.id)] as const),
    ...parsed.map((s) => [s, 0.5] as const),
    ...makePhrases(1500, plan.random).map((s) => [s, 1] as const),
  ].filter(([s]) => s.words.length <= 200)
  const words = all.reduce((sum, [s]) => sum + s.words.length, 0)
  const steps = Math.ceil((words / plan.batch) * plan.epochs)
  let step = 0
  for (let epoch = 1; epoch <= plan.epochs; epoch++) {
    const sums: StepResult = { words: 0, loss: 0, tags: 0, heads: 0, relations: 0 }
    const begun = performance.now()
    for (const lessons of batches(
      all.map(([s, weight]) => makeLesson(s, inventory, weight, plan.random)),
      plan,
    )) {
      const result = gradient.step(lessons)
      optimizer.apply(plan.rate * Math.min(1, (step + 1) / 150) * Math.max(0.02, 1 - step / steps))
      step++
      for (const key of ['words', 'tags', 'heads', 'relations'] as const) sums[key] += result[key]
      sums.loss += result.loss * result.words
    }
    const percent = (sum: number): string => ((100 * sum) / sums.words).toFixed(2)
    const seconds = Math.round((performance.now() - begun) / 1000)
    plan.log(
      `epoch ${epoch}: loss ${(sums.loss / sums.words).toFixed(3)}, tags ${percent(sums.tags)}, heads ${percent(sums.heads)}, relations ${percent(sums.relations)}, ${seconds} s`,
    )
    if (epoch % plan.checkEvery === 0 && epoch < plan.epochs) plan.check(pack(), epoch)
  }
  return pack()
}

/** Shuffled, then grouped until each group has enough words. */
function* batches(lessons: Lesson[], plan: Plan): Generator<Lesson[]> {
  for (let at = lessons.length - 1; at > 0; at--) {
    const other = Math.floor(plan.random() * (at + 1))
    ;[lessons[at], lessons[other]] = [lessons[other]!, lessons[at]!]
  }
  let [group, words]: [Lesson[], number] = [[], 0]
  for (const lesson of lessons) {
    group.push(lesson)
    words += lesson.heads.length
    if (words < plan.batch) continue
    yield group
    ;[group, words] = [[], 0]
  }
  if (group.length > 0) yield group
}
