// `npm run eval [-- GOLD_DIR] [--texts DIR] [--errors] [--each] [--half odd|even] [--genre G] [--only ID,ID] [--reader llm] [--json]`: reads the annotated texts and prints how well, beside a baseline.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ChanceryError, InputError } from '../src/errors.ts'
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import { loadModel } from '../src/knowledge/models.ts'
import { readingOf } from '../src/reading/proposed.ts'
import { makeReader } from '../src/reading/read.ts'
import type { Reading, SourceText } from '../src/reading/reading.ts'
import { modelSettings } from '../src/sources/completion.ts'
import { readByModel } from '../src/suggest.ts'
import { makeBaseline } from './baseline.ts'
import { type GoldText, loadGold } from './gold.ts'
import { findMistakes } from './pairing.ts'
import { findScorer, layers, type Scores, score, scoreClaims } from './scorer.ts'

const packageRoot = fileURLToPath(new URL('..', import.meta.url))

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    half: { type: 'string' },
    texts: { type: 'string' },
    genre: { type: 'string' },
    only: { type: 'string' },
    reader: { type: 'string', default: 'chancery' },
  },
})

async function main(): Promise<void> {
  const folder = resolve(packageRoot, positionals[0] ?? process.env.CHANCERY_GOLD ?? '../shared/gold/dev')
  const scorer = findScorer(folder, resolve(packageRoot, '../shared/gold/score.mjs'))
  const texts = choose(loadGold(folder, resolve(packageRoot, options.texts ?? '../shared/texts')))
  const { readings, wordsPerSecond } = options.reader === 'llm' ? await readAllByModel(texts) : readAll(texts)
  const knowledge = loadKnowledge()
  const baseline = makeBaseline(knowledge.gazetteer)
  const coded = new Map(texts.map(({ source }) => [source.id, baseline(source)]))
  const groups = groupByGenre(texts)
  const columns = groups.map(([name, group]) => ({ name, scores: score(scorer, group, readings), group }))
  const baselineScores = score(scorer, texts, coded)
  if (options.json) {
    console.log(
      JSON.stringify({
        wordsPerSecond,
        baseline: baselineScores,
        genres: Object.fromEntries(columns.map((c) => [c.name, c.scores])),
      }),
    )
    return
  }
  printTable(columns, baselineScores)
  for (const { name, group } of columns) printClaims(name, group, readings)
  console.log(`speed        ${Math.round(wordsPerSecond).toLocaleString('en')} words/s`)
  if (options.each) for (const text of texts) printEach(scorer, text, readings)
  if (options.errors) printErrors(texts, readings)
}

/** Those of the asked-for half (odd or even places in order of id), genre and ids. */
function choose(texts: GoldText[]): GoldText[] {
  const only = options.only?.split(',')
  return texts
    .filter((_, index) => !options.half || (index % 2 === 0) === (options.half === 'odd'))
    .filter((text) => !options.genre || text.genre === options.genre)
    .filter((text) => !only || only.includes(text.source.id))
}

/** Readings by id; the speed is that of the second of two passes, when the engine is warm. */
function readAll(texts: GoldText[]): { readings: Map<string, Reading>; wordsPerSecond: number } {
  const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
  const pass = (): Map<string, Reading> => new Map(texts.map(({ source }) => [source.id, read(source)]))
  pass()
  const from = performance.now()
  const readings = pass()
  const seconds = (performance.now() - from) / 1000
  const words = texts.reduce((sum, { source }) => sum + countWords(source), 0)
  return { readings, wordsPerSecond: words / seconds }
}

/** Readings by the language model that the environment names. A text it fails on counts as read with nothing in it. */
async function readAllByModel(
  texts: GoldText[],
): Promise<{ readings: Map<string, Reading>; wordsPerSecond: number }> {
  const settings = modelSettings()
  if (!settings)
    throw new InputError('No language model is set up.', 'Set CHANCERY_MODEL_URL and CHANCERY_MODEL.')
  const readings = new Map<string, Reading>()
  const from = performance.now()
  for (const { source } of texts) {
    const proposed = await readByModel(settings, source).catch((error: Error) => {
      console.error(`${source.id}: ${error.message}`)
      return { exchanges: [], dropped: [] }
    })
    readings.set(source.id, readingOf(source, proposed))
  }
  const words = texts.reduce((sum, { source }) => sum + countWords(source), 0)
  return { readings, wordsPerSecond: words / ((performance.now() - from) / 1000) }
}

const countWords = (source: SourceText): number => source.text.split(/\s+/).filter(Boolean).length

/** All texts, then each genre; readouts and announcements apart from news and chronologies, as the targets are set. */
function groupByGenre(texts: GoldText[]): [string, GoldText[]][] {
  const genres = [...new Set(texts.map((text) => text.genre))].sort()
  const groups = genres.map((genre): [string, GoldText[]] => [
    genre,
    texts.filter((text) => text.genre === genre),
  ])
  return [['all', texts], ...groups]
}

function printTable(columns: { name: string; scores: Scores; group: GoldText[] }[], baseline: Scores): void {
  const head = columns.map(({ name, group }) => `${name} (${group.length})`.padEnd(22)).join('')
  console.log(`${''.padEnd(13)}${head}baseline (all)`)
  console.log(`${''.padEnd(13)}${[...columns, null].map(() => 'P    R    F1'.padEnd(22)).join('')}`)
  for (const layer of layers) {
    const cells = [...columns.map(({ scores }) => scores), baseline].map((scores) => {
      const { precision, recall, f1 } = scores[layer]
      return `${precision.toFixed(2)} ${recall.toFixed(2)} ${f1.toFixed(3)}`.padEnd(22)
    })
    console.log(layer.padEnd(13) + cells.join(''))
  }
}

function printClaims(name: string, texts: GoldText[], readings: Map<string, Reading>): void {
  const { total, found, rightKind, spurious } = scoreClaims(texts, readings)
  if (total === 0) return
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3))
  console.log(
    `claims       ${name}: recall ${share(found, total)} (${found} of ${total}), of the right kind ${share(rightKind, found)}, spurious ${spurious}`,
  )
}

function printEach(scorer: string, text: GoldText, readings: Map<string, Reading>): void {
  const scores = score(scorer, [text], readings)
  console.log(
    `${text.source.id}\t${text.genre}\trecord ${scores.record.f1.toFixed(3)}\texchange ${scores.exchange.f1.toFixed(3)}`,
  )
}

/** Mistakes grouped by kind, commonest first, each with the sentence it was read from. */
function printErrors(texts: GoldText[], readings: Map<string, Reading>): void {
  const lines = new Map<string, string[]>()
  for (const { annotation, source } of texts) {
    for (const mistake of findMistakes(annotation.exchanges, readings.get(source.id)?.exchanges ?? [])) {
      const x = (mistake.got ?? mistake.gold)!
      const who = x.participants.map((p) => p.name ?? p.office).join(' + ')
      const evidence = mistake.got?.evidence[0]?.exact ?? mistake.gold?.evidence[0] ?? ''
      const rules = mistake.got ? ` {${mistake.got.rules.join(' ')}}` : ''
      const line = `  ${source.id} ${x.kind} ${x.status} ${x.date} ${x.place ?? '-'} ${x.host ?? '-'} [${x.states}] ${who}${rules}: ${mistake.detail}\n      “${evidence.replace(/\s+/g, ' ').slice(0, 240)}”`
      lines.set(mistake.kind, [...(lines.get(mistake.kind) ?? []), line])
    }
  }
  for (const [kind, found] of [...lines].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`\n${kind}: ${found.length}\n${found.join('\n')}`)
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ChanceryError)) throw error
  console.error(`${error.message} ${error.next}`)
  process.exitCode = error.exitCode
}
