// What the words around a telling make of it: rumour, denial, question, condition. "Reports that … were dismissed", "Would he go?"
import type { Draft } from './draft.ts'
import type { Merged } from './merging.ts'
import type { ExchangeStatus } from './reading.ts'
import type { Clause, Sighting } from './sighting.ts'

const RUMOUR =
  '(?:reports?|rumou?rs?|claims?|suggestions?|speculation|allegations?|assertions?|story|stories|talk|notion|leaks?|posts?|tweets?|rumou?rs?|news items?)'
/** "dismissed reports of a meeting", "rejected suggestions that …": the trigger follows. */
const deniedBefore = new RegExp(
  `\\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es|ed|ing|e)|disput(?:es|ed|ing|e)|` +
    `(?:brush|wav|shrugg?)(?:es|ed|ing) (?:aside|off|away)|pour(?:s|ed|ing) cold water on|quash(?:es|ed|ing)?|scotch(?:es|ed|ing)?)` +
    `\\b[^.;:]{0,60}\\b${RUMOUR}\\b[^.;:]{0,60}\\b(?:of|that|about|suggesting|saying|claiming)\\b[^;:]*$`,
  'i',
)
/** "Reports that", "a claim of": what follows is only said. */
const rumourBefore = new RegExp(
  `\\b${RUMOUR}\\b[^;:]{0,60}?\\b(?:that|of|about|suggesting|saying|claiming|alleging)\\b[^;:]*$`,
  'i',
)
/** "… were dismissed", "… is baseless": said of the report behind the trigger. */
const deniedAfter =
  /\b(?:is|are|was|were|as|been|be)\b[^.;:]{0,30}?\b(?:false|untrue|baseless|groundless|unfounded|fabricat\w+|inventions?|fiction|without (?:any )?(?:basis|foundation|merit)|fake|nonsense|incorrect|inaccurate|dismissed|denied|rejected|refuted|disputed|not true|no truth)\b/i
/** Speculation in so many words; what it is about follows in the same clause. */
const speculation =
  /\b(?:speculat\w+|whispered|word has it|rumou?r(?:s|ed)?|unconfirmed|conjecture|mooted|prospects? (?:of|for)|possibility (?:of|that)|chances? (?:of|that))\b[^;:]*$/i
/** "accepted an invitation from the premier for a visit": ahead; only invited: open. */
const invitation = /\binvit(?:ation|ed|es|ing)\b[^.;:]{0,300}\b(?:for|to)\b[^.;:]{0,40}$/i
const accepting = /\baccept(?:s|ed|ing)?\b[^.;:]{0,300}\binvitation\b/i
/** Hearsay of a plan: a visit that already happened is a fact for those who report it. */
const hearsay =
  /\b(?:reports? (?:suggest|hint|indicat|claim)\w*|(?:is|are) (?:said|reported|believed|thought|understood) to|reportedly|perhaps|maybe|possibly|probably|likely|conceivably)\b[^;:]*$/i
const condition = /^\W*(?:if|unless|should|provided|assuming)\b[^;:]*,[^;:]*$/i
const conditionAfter = /^[^;:.]*\b(?:if|unless|provided that|on condition that|as long as)\b/i
const question =
  /^[^\p{L}\p{N}_]{0,20}(?:[\p{L}’'-]{1,40} ){0,3}?\b(?:will|would|could|might|may|should|can)\b/iu

/** The sightings of the trigger at `at` with the standing that the words around it give them. */
export function inReport(clause: Clause, at: number, sightings: Sighting[]): Sighting[] {
  if (sightings.length === 0) return sightings
  const [before, after] = around(clause, at)
  for (const sighting of sightings) sighting.status = statusIn(before, after, sighting.status)
  return sightings
}

/** The sentence before and behind the trigger, at most `REACH` characters each. */
function around({ draft, sentence, row }: Clause, at: number): [before: string, after: string] {
  const { sentences, tokens, text } = draft.analysis
  const [start, end] = [tokens[row[at]!.first]!.start, tokens[row[at]!.last - 1]!.end]
  const next = sentences[sentence.index + 1]
  const comment = next ? text.slice(next.start, Math.min(next.end, next.start + 120)) : ''
  return [
    // "will probably visit": the words of the verb tell too
    text.slice(Math.max(sentence.start, start - REACH), row[at]!.verb ? end : start),
    text.slice(end, Math.min(sentence.end, end + REACH)) + (onReport.test(comment) ? ` ${comment}` : ''),
  ]
}
const REACH = 300
/** "a post alleging that they had met. The post is fake": the sentence behind says so. */
const onReport = new RegExp(`^\\W*(?:the|this|that|these|those|such) (?:\\w+ )?${RUMOUR}\\b`, 'i')

function statusIn(before: string, after: string, status: ExchangeStatus): ExchangeStatus {
  if (status === 'cancelled' || status === 'postponed' || status === 'denied') return status
  if (deniedBefore.test(before) || (rumourBefore.test(before) && deniedAfter.test(after))) return 'denied'
  if (speculation.test(before)) return 'possible'
  if (status === 'occurred' && invitation.test(before))
    return accepting.test(before) ? 'announced' : 'possible'
  if (laterDate.test(after) && setBefore.test(after)) return 'postponed'
  if (status !== 'announced') return status
  if (overtaken.test(after) && planOfThen.test(before)) return 'cancelled'
  return hearsay.test(before) ||
    condition.test(before) ||
    conditionAfter.test(after) ||
    (/\?["”’]?\s*$/.test(after) && question.test(before))
    ? 'possible'
    : status
}

/** "the visit, initially set for 12 June, will be undertaken at a later date". */
const laterDate =
  /\b(?:at|for|until|to|on) (?:a|another|some|other|fresh|new) (?:later |new |future |other |more convenient )?(?:dates?|time|day)\b|\bhave to be rescheduled\b/i
const setBefore =
  /\b(?:initially|originally|previously|earlier|first|already)\b[^.;]{0,40}\b(?:set|planned|scheduled|due|fixed|foreseen|announced)\b|\b(?:set|planned|scheduled|fixed) for\b/i

/** "was due to visit last week, but stayed at home", "was to visit; the trip fell through". */
const planOfThen =
  /\b(?:was|were|had been) (?:due |scheduled |expected |set |slated |supposed |booked )?to\b[^;:.]*$/i
const overtaken =
  /^[^.]{0,120}?(?:\bbut (?:(?:he|she|they) )?(?:stayed|fell|was|were|pulled|did not|didn['’]t|never|had to|could not|cancell?ed|called|withdrew|backed|remained|sent|missed)|\bfell through|\bnever (?:came|took|happened|left)|\bdid not (?:go|come|happen|take))/i

/** "will no longer travel on the 10th … looks forward to rescheduling her visit": put off, not given up. Looks two sentences on. */
export function postponeRescheduled(draft: Draft, exchanges: Merged[]): void {
  const { sentences, text } = draft.analysis
  for (const exchange of exchanges) {
    if (exchange.status !== 'cancelled') continue
    const put = exchange.sightings.some(({ sentence }) => {
      const [from, to] = [sentences[sentence], sentences[Math.min(sentences.length - 1, sentence + 2)]]
      return !!from && !!to && rescheduling.test(text.slice(from.start, to.end))
    })
    if (put) exchange.status = 'postponed'
  }
}
const rescheduling =
  /\breschedul|\b(?:at|for|until|to) (?:a|another|some) (?:later|new|future|other)? ?(?:date|time|day)\b|\bnew date\b|\bpostpon/i
