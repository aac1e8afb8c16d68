// Claims: sentences that an analyst could check against the record, with the fields that the questions need to run them.
import type { Sentence } from '../language/analysis.ts'
import type { Span } from '../language/span.ts'
import { type ClaimSentence, claimSentence, clauseAround } from './claims-clauses.ts'
import { claimCues } from './claims-cues.ts'
import { claimFields } from './claims-fields.ts'
import type { ClaimCue } from './claims-words.ts'
import type { Draft, Step } from './draft.ts'
import { entityOf, mentionsBetween } from './entities.ts'
import { quotedRuns } from './quotations-runs.ts'
import type { TextClaim } from './reading.ts'

/** Fills `draft.claims`, in text order; needs mentions, entities and times. Linear; never throws. */
export const findClaims: Step = (draft) => {
  draft.claims = []
  const press = isPress(draft)
  const cues = press ? claimCues : claimCues.filter((cue) => !cue.pressOnly)
  for (const sentence of draft.analysis.sentences) claimsOf(draft, sentence, cues)
  // What an official is quoted as claiming is a statement, not the author's claim.
  if (press)
    draft.claims = outsideQuotations(draft.claims, quotedRuns(draft.analysis.text, draft.analysis.paragraphs))
}

/** Claims that do not lie inside a quoted run; both lists are in text order. */
function outsideQuotations(claims: TextClaim[], runs: Span[]): TextClaim[] {
  let at = 0
  return claims.filter((claim) => {
    while (at < runs.length && runs[at]!.end < claim.end) at++
    return runs[at] === undefined || runs[at]!.start > claim.start
  })
}

/** Where reporters and analysts write; an official text's "rare opportunity" is courtesy. A plan without a side is a reporter's. */
const isPress = ({ genre, side }: Draft): boolean =>
  genre === null ||
  genre === 'news' ||
  genre === 'analysis' ||
  genre === 'chronology' ||
  (genre === 'announcement' && side === null)

function claimsOf(draft: Draft, sentence: Sentence, cues: ClaimCue[]): void {
  const words = claimSentence(
    draft.analysis.text,
    sentence,
    onceAsked(() => namesParties(draft, sentence)),
  )
  const found: { cue: ClaimCue; clause: Span; at: number }[] = []
  for (const cue of cues) {
    const hit = matchCue(words, cue)
    if (hit && !found.some((other) => excludes(other.cue, cue, other.clause, hit.clause, other.at, hit.at)))
      found.push({ cue, ...hit })
  }
  found.sort((a, b) => a.clause.start - b.clause.start)
  for (const { cue, clause } of found) draft.claims.push(claimOf(draft, sentence, cue, clause))
}

/** The clause of the first match of a cue that meets its conditions; null when none does. */
function matchCue(sentence: ClaimSentence, cue: ClaimCue): { clause: Span; at: number } | null {
  if (cue.hint && !cue.hint.test(sentence.text)) return null
  for (const match of sentence.text.matchAll(globalOf(cue.cue))) {
    const clause = clauseAround(sentence, match.index, match.index + match[0].length, {
      left: cue.left ?? 0,
      right: cue.reach ?? 0,
    })
    const exact = sentence.text.slice(clause.start - sentence.start, clause.end - sentence.start)
    if (!meets(cue, sentence, exact)) continue
    if (cue.unless?.test(exact)) continue
    return { clause, at: match.index }
  }
  return null
}

/** Whether the clause, or with `wide` its sentence, is about what the cue asks for. */
const meets = (cue: ClaimCue, sentence: ClaimSentence, exact: string): boolean =>
  (!cue.needs && !cue.parties) ||
  cue.needs?.test(cue.wide ? sentence.text : exact) === true ||
  (cue.parties === true && sentence.namesParties())

/** The answer kept from the first time it was asked for. */
function onceAsked(ask: () => boolean): () => boolean {
  let answer: boolean | undefined
  return () => (answer ??= ask())
}

/** An official, or two states: "Estonia and Minsk have yet to exchange a word" is of diplomacy without a word for it. */
function namesParties(draft: Draft, sentence: Sentence): boolean {
  const entities = mentionsBetween(draft, sentence.first, sentence.last).flatMap(
    (mention) => entityOf(draft, mention) ?? [],
  )
  if (entities.some(({ kind, official, office }) => kind === 'person' && (official || office !== null)))
    return true
  return new Set(entities.flatMap(({ state }) => state ?? [])).size > 1
}

const globals = new WeakMap<RegExp, RegExp>()
function globalOf(cue: RegExp): RegExp {
  const known = globals.get(cue)
  if (known) return known
  const made = new RegExp(cue.source, `${cue.flags}g`)
  globals.set(cue, made)
  return made
}

/** One clause makes one claim of a kind, and a first or last time is not also told as a norm or a pace. */
function excludes(earlier: ClaimCue, later: ClaimCue, a: Span, b: Span, at: number, bt: number): boolean {
  const shares = a.start < b.end && b.start < a.end
  if (!shares) return false
  return earlier.kind === later.kind || Math.abs(at - bt) < 4 || EXCLUSIVE.has(earlier.kind)
}
/** Kinds whose clause is taken whole, so that weaker cues in it are passed over. */
const EXCLUSIVE = new Set<TextClaim['kind']>(['superlative', 'last-time', 'first-time', 'omission'])

const cueOf = new WeakMap<TextClaim, string>()

/** Name of the cue that found a claim, for `--explain`. */
export const ruleOfClaim = (claim: TextClaim): string => cueOf.get(claim) ?? claim.kind

function claimOf(draft: Draft, sentence: Sentence, cue: ClaimCue, clause: Span): TextClaim {
  const exact = draft.analysis.text.slice(clause.start, clause.end)
  const claim = {
    kind: cue.kind,
    start: clause.start,
    end: clause.end,
    exact,
    ...claimFields(draft, sentence, clause, cue.kind),
  }
  cueOf.set(claim, cue.name)
  return claim
}
