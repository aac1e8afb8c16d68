// `npm run train -- --treebank DIR [--out FILE] [--epochs N]`: trains the English model and prints its accuracy.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { packSections } from './container.ts'
import { readModel } from './model.ts'
import { measure } from './training/accuracy.ts'
import { learnLemmas } from './training/lemmas.ts'
import { trainLinear } from './training/linear.ts'
import { readTreebanks } from './training/treebanks.ts'

const { values } = parseArgs({
  options: {
    treebank: { type: 'string' },
    out: { type: 'string', default: 'knowledge/models/english.bin' },
    epochs: { type: 'string', default: '8' },
  },
})
if (values.treebank === undefined) {
  console.error(
    'Say where the treebanks are: npm run train -- --treebank DIR (CoNLL-U files; *dev* and *test* are held out).',
  )
  process.exit(2)
}

/** A small random number generator with a seed, so that a training can be repeated. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const banks = readTreebanks(values.treebank)
console.log(`${banks.train.length} sentences to train on`)
const linear = trainLinear(banks.train, Number(values.epochs), seeded(1), console.log)
const text = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const bytes = (cells: Int8Array | Float32Array): Uint8Array =>
  new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength)
const file = packSections({
  names: text({ tags: linear.tags, relations: linear.relations }),
  lemmas: text(learnLemmas(banks.train)),
  tagger: bytes(linear.tagger.cells),
  moves: bytes(linear.moves.cells),
  labels: bytes(linear.labels.cells),
})
writeFileSync(values.out, file)
console.log(`${values.out}: ${file.length} bytes`)
const model = readModel(file)!
for (const [name, sentences] of [...banks.dev, ...banks.test]) {
  const begun = performance.now()
  const accuracy = measure(sentences, (words) => model.parseWords(words))
  const speed = Math.round((accuracy.words / (performance.now() - begun)) * 1000)
  console.log(name, JSON.stringify(accuracy), `${speed} words/s`)
}
