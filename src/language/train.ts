// `npm run train -- --treebank DIR [--out FILE] [--epochs N] [--parsed DIR] [--from FILE]`: trains the English model, prints its accuracy.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readModel } from './model.ts'
import { measure } from './training/accuracy.ts'
import { learn } from './training/learn.ts'
import { readTreebanks, type Treebanks } from './training/treebanks.ts'

const { values } = parseArgs({
  options: {
    treebank: { type: 'string' },
    parsed: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string', default: 'knowledge/models/english.bin' },
    epochs: { type: 'string', default: '16' },
    width: { type: 'string', default: '128' },
    layers: { type: 'string', default: '3' },
    arc: { type: 'string', default: '64' },
    rate: { type: 'string', default: '0.0025' },
    batch: { type: 'string', default: '800' },
    check: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
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

function report(file: Uint8Array, banks: Treebanks['dev']): void {
  const model = readModel(file)!
  for (const [name, sentences] of banks) {
    const begun = performance.now()
    const parsed = model.parseSentences(sentences.map((s) => s.words))
    const speed = Math.round(
      (sentences.reduce((sum, s) => sum + s.words.length, 0) / (performance.now() - begun)) * 1000,
    )
    let next = 0
    console.log(name, JSON.stringify(measure(sentences, () => parsed[next++]!)), `${speed} words/s`)
  }
}

const banks = readTreebanks(values.treebank)
const parsed = values.parsed === undefined ? [] : readTreebanks(values.parsed).train
const file = learn(banks.train, parsed, {
  epochs: Number(values.epochs),
  width: Number(values.width),
  layers: Number(values.layers),
  arc: Number(values.arc),
  rate: Number(values.rate),
  batch: Number(values.batch),
  random: seeded(Number(values.seed)),
  log: console.log,
  checkEvery: Number(values.check),
  from: values.from === undefined ? null : readFileSync(values.from),
  check: (model) => {
    writeFileSync(values.out, model)
    report(model, banks.dev)
  },
})
writeFileSync(values.out, file)
console.log(`${values.out}: ${file.length} bytes`)
report(file, new Map([...banks.dev, ...banks.test]))
