// Words a second of the reader on one core, against wink-nlp's tagger alone and compromise alone over the same text.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import { loadModel } from '../src/knowledge/models.ts'
import { makeAnalyzer } from '../src/language/analyze.ts'
import { makeReader } from '../src/reading/read.ts'
import { run as runLengths } from './lengths.ts'

/** Any folder of .txt files: CHANCERY_TEXTS, else the pool beside the package, else our golden texts. */
function texts(): string[] {
  const root = resolve(import.meta.dirname, '..')
  const folders = [process.env.CHANCERY_TEXTS, join(root, '../shared/texts'), join(root, 'test/golden')]
  for (const folder of folders) {
    try {
      const files = readdirSync(folder ?? '')
        .filter((file) => file.endsWith('.txt'))
        .sort()
      if (files.length > 0) return files.map((file) => readFileSync(join(folder!, file), 'utf8'))
    } catch {}
  }
  throw new Error('no texts: set CHANCERY_TEXTS to a folder of .txt files')
}

const count = (all: string[]): number => all.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)

interface Row {
  what: string
  seconds: number
}
/** Seconds for all texts, the second time: what a long run feels is the compiled code. */
function time(what: string, all: string[], work: (text: string, index: number) => unknown): Row {
  let start = 0
  for (const _ of ['warm up', 'measure']) {
    start = performance.now()
    for (const [i, text] of all.entries()) work(text, i)
  }
  return { what, seconds: (performance.now() - start) / 1000 }
}

export async function run(): Promise<void> {
  const all = texts()
  const words = count(all)
  const started = performance.now()
  const knowledge = loadKnowledge()
  const english = loadModel()
  const reader = makeReader({ knowledge, model: english })
  const load = (performance.now() - started) / 1000
  const analyze = makeAnalyzer(english, knowledge.lexicon.abbreviations)
  const wink = winkNLP(model, ['sbd', 'pos'])
  const rows = [
    time('chancery: the whole reading', all, (text, i) =>
      reader.read({ id: String(i), text, publishedOn: '2024-04-10' }),
    ),
    time('chancery: language layer alone (tags and parse)', all, (text) => analyze(text)),
    time('wink-nlp: sentences and tags alone', all, (text) => wink.readDoc(text).tokens().out(wink.its.pos)),
    time('compromise: tags alone', all, (text) => nlp(text).json()),
  ]
  const base = rows[2]!.seconds
  console.log(
    `Reading: ${all.length} texts, ${words} words, one core; packs and model load in ${load.toFixed(2)} s; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  )
  console.table(
    rows.map(({ what, seconds }) => ({
      what,
      'words/s': Math.round(words / seconds),
      'of wink-nlp': `${(base / seconds).toFixed(2)}×`,
    })),
  )
  await runLengths()
}
