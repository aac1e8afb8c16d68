// What we could have seen: the sources that cover these states, and how far the record reaches for them.
import type { Answer } from './answer.ts'
import type { QuestionContext } from './question.ts'
import { recallReach, runQuery } from './recall.ts'
import type { Window } from './window.ts'

type Coverage = Answer['coverage']

/** Coverage of all of `states` together (a pair, mostly) in the window, with a sentence about what silence means. */
export async function describeCoverage(
  context: QuestionContext,
  states: string[],
  window: Window,
): Promise<Coverage> {
  const [reach, sources] = await Promise.all([
    recallReach(context, states),
    recallCoverage(context, states, window),
  ])
  return { note: coverageNote(states, window, { ...reach, sources: sources.length }), sources }
}

const recallCoverage = (
  context: QuestionContext,
  states: string[],
  window: Window,
): Promise<Coverage['sources']> =>
  runQuery(
    context,
    (p) => `
    select source as name, min(lower(valid))::date as from, (max(upper(valid)) - 1)::date as to, sum(rows)::int as rows, min(note) as note
    from coverage where ${states.length > 1 ? `state_a = any(${p(states)}) and state_b = any(${p(states)})` : `(state_a = any(${p(states)}) or state_b = any(${p(states)}))`}
      and valid && daterange(${p(window.from)}::date, ${p(window.to)}::date, '[]')
    group by source order by 4 desc, source`,
  )

function coverageNote(
  states: string[],
  window: Window,
  reach: { rows: number | null; from: string | null; to: string | null; sources: number },
): string {
  const whom = states.length > 1 ? `between ${states.join(' and ')}` : `with ${states.join('')}`
  if (reach.rows === null && reach.from === null)
    return 'Each pair of these states has its own sources and its own first day; no source here aims at completeness for every level, so a silence may be a gap of ours.'
  if (reach.rows === 0)
    return `The record holds no exchange ${whom}: silence here is “not covered”, not “did not happen”.`
  const span = `The record holds ${reach.rows ?? ''} ${reach.rows === 1 ? 'exchange' : 'exchanges'} ${whom}, from ${reach.from} to ${reach.to}`
  const early = reach.from && window.from < reach.from && window.from > '0001-01-01'
  const silent = `; ${early ? `before ${reach.from} it is not covered, and ` : ''}no source here aims at completeness for every level, so a silence may be a gap of ours`
  return `${span}${silent}.`.replace('  ', ' ')
}
