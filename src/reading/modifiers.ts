// What stands to the right of a trigger: its object, its prepositions, places and times.
import type { TimeExpression } from './draft.ts'
import { groupFrom, isSubjectOfNext } from './groups.ts'
import type { Part } from './parts.ts'
import type { Clause } from './sighting.ts'

export interface Modifiers {
  /** Names right after the trigger. */
  object: number[]
  /** Names after a preposition. */
  after: Map<string, number[]>
  /** Places after "in", "at", "to", "into", "for". */
  places: { prep: string; part: number }[]
  times: TimeExpression[]
  /** Trigger nouns after the trigger, with the preposition before them ('' for an object). */
  nouns: { prep: string; part: number }[]
  end: number
}

const isNewClause = (row: Part[], at: number): boolean => {
  const part = row[at]!
  if (part.kind === 'stop' && part.word !== '–' && part.word !== '—' && part.word !== '-') return true
  if (part.kind === 'who' || part.kind === 'that') return true
  if (part.kind === 'quote') return true
  return part.verb !== null
}

/** What stands to the right of the trigger at `at`, up to the end of its clause. */
export function modifiersOf(clause: Clause, at: number): Modifiers {
  const { draft, row } = clause
  const found: Modifiers = { object: [], after: new Map(), places: [], times: [], nouns: [], end: at + 1 }
  let prep = ''
  let i = at + 1
  for (; i < row.length; i++) {
    const part = row[i]!
    if (part.kind === 'stop' && part.word === ';' && listsPlaces(row, i)) continue
    if (isIncluding(part)) continue
    if (isNewClause(row, i) || (part.kind === 'and' && startsClause(row, i))) break
    if (part.kind === 'comma' && row[i + 1]?.kind === 'name' && isSubjectOfNext(row, i + 1)) break
    if (part.kind === 'time' && part.time) found.times.push(part.time)
    else if (part.kind === 'prep') prep = part.word
    else if (part.kind === 'noun') found.nouns.push({ prep, part: i })
    if (part.kind !== 'name') continue
    if (row[i + 1]?.kind === 'poss' && row[i + 2]?.kind !== 'name') continue
    const group = groupFrom(draft, row, i, prep === 'between' || prep === 'among')!
    const isPlace = part.mention!.kind === 'place' || part.mention!.kind === 'state'
    if (isPlace && /^(?:in|at|to|into|for|on|near|toward|towards|from|)$/.test(prep))
      for (let k = i; k < group.last; k++) if (row[k]!.kind === 'name') found.places.push({ prep, part: k })
    if (prep === '') found.object.push(...group.entities)
    else found.after.set(prep, [...(found.after.get(prep) ?? []), ...group.entities])
    i = group.last - 1
  }
  found.end = i
  return found
}

/** "met Ellian officials, including the premier": who is told after it stands where the officials do. */
const isIncluding = (part: Part): boolean => part.verb?.lemma === 'include' && part.verb.tense === 'ing'

/** "Istanbul, Turkey; Madrid, Spain; and Cairo, Egypt": the list of legs goes on. */
function listsPlaces(row: Part[], at: number): boolean {
  const next = row[at + 1]?.kind === 'and' ? row[at + 2] : row[at + 1]
  return (
    next?.kind === 'name' &&
    (next.mention!.kind === 'place' || next.mention!.kind === 'state') &&
    row[at - 1]?.kind !== 'verb'
  )
}

/** "… and Biden will meet", "… and met": what follows "and" has a verb of its own. */
function startsClause(row: Part[], at: number): boolean {
  let next = at + 1
  while (row[next] && ['adv', 'comma', 'det', 'time'].includes(row[next]!.kind)) next++
  if (row[next]?.verb) return true
  return row[next]?.kind === 'name' && isSubjectOfNext(row, next)
}
