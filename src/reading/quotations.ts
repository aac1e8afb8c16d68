// Statements: what officials are quoted as saying, with speaker, topics and set phrases.
import type { Sentence } from '../language/analysis.ts'
import type { Draft, Step } from './draft.ts'
import { foldWords, isName, type QuotedRun, quotedRuns, wordCount } from './quotations-runs.ts'
import type { Statement } from './reading.ts'
import { attribute } from './speakers.ts'
import type { Attribution, PlacedRun } from './speakers-run.ts'
import { speechCues } from './speakers-verbs.ts'
import { namesOfHits, phraseHits, topicHits } from './topics.ts'

const attributions = new WeakMap<Statement, Attribution['how']>()

/** How the speaker of a statement was told, for `--explain`. */
export const attributionOf = (statement: Statement): Attribution['how'] =>
  attributions.get(statement) ?? 'none'

/** Fills `draft.statements` with the direct quotations, in text order. Linear; needs mentions and entities for the speakers. */
export const readStatements: Step = (draft) => {
  const cues = speechCues(draft.knowledge.lexicon)
  const runs = placeRuns(draft)
  const said: string[] = []
  let previous: { run: PlacedRun; told: Attribution } | null = null
  draft.statements = []
  for (const run of runs) {
    const told = attribute(draft, cues, run, previous)
    if (told.how !== 'none') previous = { run, told }
    const words = draft.analysis.text.slice(run.start, run.end)
    if (!isStatement(draft, run, told, words) || isRepeated(words, said)) continue
    said.push(foldWords(words))
    const statement = statementOf(draft, run, told, words)
    attributions.set(statement, told.how)
    draft.statements.push(statement)
  }
  tellBackwards(draft, runs)
}

/** '“We came to listen. ¶ “We leave with a plan,” Okello said.': the first paragraph has the speaker of the one that closes it. */
function tellBackwards(draft: Draft, runs: PlacedRun[]): void {
  const goesOn = new Set(runs.filter((run) => run.continues).map((run) => run.start))
  for (let i = draft.statements.length - 2; i >= 0; i--) {
    const [one, next] = [draft.statements[i]!, draft.statements[i + 1]!]
    if (!goesOn.has(one.start) || one.speaker !== null || one.state !== null) continue
    const { speaker, person, state, office } = next
    Object.assign(one, { speaker, person, state, office })
  }
}

/**
 * Whether a run is something said. Left out: one or two words ("oldest ally"), names and titles ("Friendship Year"), and a
 * short phrase behind an article that nobody is said to have said (an "unprecedented high level").
 */
function isStatement(draft: Draft, run: PlacedRun, told: Attribution, words: string): boolean {
  const count = wordCount(words)
  if (count === 0 || /^[\s\p{P}]*$/u.test(words)) return false
  const isSentence =
    /^["“‘'(]?\p{Lu}/u.test(words) && /[,.!?…]/.test(draft.analysis.text.slice(run.end - 1, run.close))
  if (count <= 2) return isSentence && (told.how === 'behind' || told.how === 'carried')
  if (count <= 8 && isName(words) && !isSentence) return false
  if (count > 5) return true
  const lead = draft.analysis.tokens[run.first - 2]?.text.toLowerCase() ?? ''
  const spoken =
    told.how === 'behind' || told.how === 'according' || told.how === 'label' || told.how === 'next'
  if (told.how === 'none') return isSentence || (count >= 4 && !isModified(draft, run, lead))
  return spoken || isSentence || !isModified(draft, run, lead)
}

/** A noun phrase whose article or owner stands outside the marks and whose speech verb is not close: 'reaching an "…"'. */
function isModified(draft: Draft, run: PlacedRun, lead: string): boolean {
  const behind = draft.analysis.tokens[run.after]
  const goesOn = behind !== undefined && behind.tag === 'NOUN' && run.after < run.sentence.last
  return (
    /^(a|an|the|its|his|her|their|so-called|['’]s|this|of)$/.test(lead) &&
    (goesOn || /^(a|an|the|so-called)$/.test(lead))
  )
}

/** A phrase quoted again from an earlier quotation is not said anew. */
const isRepeated = (words: string, said: string[]): boolean => {
  const folded = foldWords(words)
  return folded.length < 120 && said.slice(-40).some((earlier) => earlier.includes(folded))
}

function statementOf(draft: Draft, run: PlacedRun, told: Attribution, words: string): Statement {
  const { lexicon } = draft.knowledge
  const { text } = draft.analysis
  const topics = namesOfHits(topicHits(lexicon, text, run.start, run.end))
  return {
    start: run.start,
    end: run.end,
    speaker: told.speaker?.name ?? null,
    person: told.speaker?.person ?? null,
    state: told.speaker?.state ?? null,
    office: told.speaker?.office ?? null,
    quote: words,
    direct: true,
    // A quotation too short to say what it is about takes the topics of its sentence.
    topics:
      topics.length > 0
        ? topics
        : namesOfHits(topicHits(lexicon, text, run.sentence.start, run.sentence.end)),
    phrases: namesOfHits(phraseHits(lexicon, text, run.start, run.end)),
  }
}

/** Runs with their tokens, sentence and the stretches that may name the speaker. One walk over tokens, sentences and runs. */
function placeRuns(draft: Draft): PlacedRun[] {
  const { text, tokens, sentences, paragraphs } = draft.analysis
  const runs = quotedRuns(text, paragraphs)
  const placed: PlacedRun[] = []
  let token = 0
  let sentence = 0
  for (const run of runs) {
    while (token < tokens.length && tokens[token]!.end <= run.start) token++
    const first = token
    while (token < tokens.length && tokens[token]!.start < run.end) token++
    const last = token
    while (token < tokens.length && tokens[token]!.start < run.close) token++
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.first <= Math.max(0, first - 1))
      sentence++
    if (sentences[sentence])
      placed.push(placeRun(run, first, last, token, sentences[sentence]!, placed.at(-1)))
  }
  bindTails(draft, placed)
  return placed
}

function placeRun(
  run: QuotedRun,
  first: number,
  last: number,
  after: number,
  sentence: Sentence,
  previous: PlacedRun | undefined,
): PlacedRun {
  const lead = Math.max(sentence.first, previous ? previous.after : 0)
  return { ...run, first, last, after, lead, tail: after, sentence, paragraph: sentence.paragraph }
}

/** The words behind a run belong to it up to the next run or the end of the sentence that goes on there. */
function bindTails(draft: Draft, runs: PlacedRun[]): void {
  const { sentences } = draft.analysis
  let at = 0
  runs.forEach((run, index) => {
    while (at + 1 < sentences.length && sentences[at + 1]!.first <= run.after) at++
    const sentence = sentences[at]!
    const goesOn =
      sentence.first < run.after || (sentence.paragraph === run.paragraph && opensTail(draft, run))
    const next = runs[index + 1]
    run.tail =
      goesOn && !run.continues
        ? Math.min(sentence.last, next ? Math.max(run.after, next.first - 1) : sentence.last)
        : run.after
  })
}

/** Whether the splitter cut between a quotation and its attribution: '"Will they?" he asked.', '"… region.", he said'. */
function opensTail(draft: Draft, run: PlacedRun): boolean {
  const { text, tokens } = draft.analysis
  const next = tokens[run.after]
  if (!next) return false
  const end = text.slice(run.end, run.close)
  return /^[\p{Ll},]/u.test(next.text) || /[,?!]/.test(text[run.end - 1]! + end)
}
