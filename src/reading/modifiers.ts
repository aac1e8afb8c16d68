// What stands to the right of a trigger: its object, its prepositions, places and times.
import type { TimeExpression } from './draft.ts'
import { groupFrom, isSubjectOfNext, owns, personal } from './groups.ts'
import type { Part } from './parts.ts'
import { isPlacePart } from './places.ts'
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
  /** Prepositions of officials without name or state: "met with local leaders" ('with'), "saw the king" (''). */
  unnamed: string[]
  /** Names, places, times, counts ("twice") and the marks between them, in the order of the text. */
  order: Item[]
  end: number
}

/** One constituent to the right of a trigger; a `break` is a comma, an "and" or a semicolon. */
export interface Item {
  what: 'people' | 'place' | 'time' | 'count' | 'break'
  prep: string
  /** Parts `part` up to, not including, `last`. */
  part: number
  last: number
  entities: number[]
  time: TimeExpression | null
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
  const { row } = clause
  const found: Modifiers = {
    object: [], after: new Map(), places: [], times: [], nouns: [], unnamed: [], order: [], end: at + 1,
  } // biome-ignore format: a row of empty lists
  const walk = { found, prep: '', role: '', fresh: true }
  let i = at + 1
  for (; i < row.length; i++) {
    if (isIncluding(row[i]!)) continue
    if (isLedBy(row, i)) {
      i++
      continue
    }
    if (goesOn(row, i)) {
      addItem(found, 'break', '', i)
      continue
    }
    if (endsClause(row, i) || (!row[at]!.verb && opensNoun(row, i, found))) break
    i = addPart(clause, walk, i)
  }
  found.end = i
  return found
}

interface Walk {
  found: Modifiers
  /** Preposition that stands over what comes. */
  prep: string
  /** Preposition of the last people: "met A in March and B in April" goes back to it. */
  role: string
  /** Whether a preposition came since the last comma or "and". */
  fresh: boolean
}

const addItem = (found: Modifiers, what: Item['what'], prep: string, at: number, rest: Partial<Item> = {}) =>
  found.order.push({ what, prep, part: at, last: at + 1, entities: [], time: null, ...rest })

/** A semicolon, a colon or a dash that a list of legs goes on behind. */
const goesOn = (row: Part[], at: number): boolean =>
  row[at]!.kind === 'stop' &&
  (row[at]!.word === ';'
    ? listsPlaces(row, at) || listsCompany(row, at)
    : /^[:–—-]$/.test(row[at]!.word) && listsLegs(row, at))

const endsClause = (row: Part[], at: number): boolean =>
  isNewClause(row, at) ||
  (row[at]!.kind === 'and' && startsClause(row, at)) ||
  (row[at]!.kind === 'comma' && isSubjectSoon(row, at + 1))

/** "a call with the premier in May and a trip to Ellion": another noun takes what follows; in "a meeting and a dinner with the premier" both do. */
function opensNoun(row: Part[], at: number, found: Modifiers): boolean {
  if (row[at]!.kind !== 'and' || !found.order.some(({ what }) => what === 'people' || what === 'place'))
    return false
  let next = at + 1
  while (row[next] && /^(?:det|word|adv)$/.test(row[next]!.kind)) next++
  return row[next]?.kind === 'noun' && next > at + 1
}

/** "…, a day before the premier landed", "…, and on Monday she flew": a name with a verb of its own, times before it passed over. */
function isSubjectSoon(row: Part[], at: number): boolean {
  let next = at
  while (
    row[next] &&
    (row[next]!.kind === 'time' || (row[next]!.kind === 'prep' && row[next + 1]?.kind === 'time'))
  )
    next++
  return row[next]?.kind === 'name' && isSubjectOfNext(row, next)
}

/** Adds what stands at part `at`; gives the last part it covers. */
function addPart(clause: Clause, walk: Walk, at: number): number {
  const { found } = walk
  const part = clause.row[at]!
  if (part.kind === 'comma' || part.kind === 'and') {
    addItem(found, 'break', '', at)
    walk.fresh = false
  } else if (part.kind === 'prep') {
    if (!tellsWhose(clause.row, at)) Object.assign(walk, { prep: part.word, fresh: true })
  } else if (part.kind === 'noun') found.nouns.push({ prep: walk.prep, part: at })
  else if (part.kind === 'time' && part.time) {
    found.times.push(part.time)
    addItem(found, 'time', clause.row[at - 1]!.kind === 'prep' ? walk.prep : '', at, { time: part.time })
  } else if (part.kind === 'name') return addNames(clause, walk, at)
  else if (isCount(clause.row, at)) addItem(found, 'count', '', at)
  else if (isUnnamed(clause.row, at)) found.unnamed.push(walk.prep)
  return at
}

function addNames({ draft, row }: Clause, walk: Walk, at: number): number {
  const { found } = walk
  if (row[at + 1]?.kind === 'poss' && row[at + 2]?.kind !== 'name') return at
  const place = isPlacePart(row[at]) && !owns(row, at)
  if (!place && !walk.fresh && found.order.at(-2)?.what === 'time') walk.prep = walk.role
  const { prep } = walk
  const group = groupFrom(draft, row, at, prep === 'between' || prep === 'among')!
  if (place && /^(?:in|at|to|into|for|on|near|toward|towards|from|through|by|of|)$/.test(prep))
    for (let k = at; k < group.last; k++) if (row[k]!.kind === 'name') found.places.push({ prep, part: k })
  if (prep === '') found.object.push(...group.entities)
  else found.after.set(prep, [...(found.after.get(prep) ?? []), ...group.entities])
  addItem(found, place ? 'place' : 'people', prep, at, { entities: group.entities, last: group.last })
  if (!place) walk.role = prep
  if (row[at]!.mention!.kind === 'office' && group.entities.length === 0) found.unnamed.push(prep)
  return group.last - 1
}

/** "twice", "three times": what follows may be told one by one. */
const isCount = (row: Part[], at: number): boolean =>
  (/^(?:twice|thrice|times)$/.test(row[at]!.word) && row[at]!.kind !== 'name') ||
  // "in March and again on Friday"
  (row[at]!.word === 'again' && /^(?:and|comma|adv)$/.test(row[at - 1]?.kind ?? ''))

const officials =
  /^(?:officials?|leaders?|ministers?|counterparts?|authorities|representatives|lawmakers|legislators|parliamentarians|leadership|dignitaries|diplomats|negotiators|envoys?|ambassadors)$/

/** "met with senior officials", "with local leaders" — not "civil society leaders", who speak for no state. */
const isUnnamed = (row: Part[], at: number): boolean =>
  row[at]!.kind === 'word' &&
  officials.test(row[at]!.word) &&
  row[at - 1]?.kind !== 'name' &&
  !/^(?:society|business|religious|youth|community|opposition|industry|faith|labor|labour|union|company|student|rights|tribal|media|organi[sz]ation|women)$/.test(
    row[at - 1]?.word ?? '',
  )

/** "twice: in March and in June", "each capital once: Ellion in 2029": a list of places or times follows. */
function listsLegs(row: Part[], at: number): boolean {
  const next = row[at + 1]?.kind === 'prep' ? row[at + 2] : row[at + 1]
  if (next?.kind !== 'time' && !isPlacePart(next)) return false
  const end = row.findIndex((part, i) => i > at && (part.verb || part.kind === 'stop'))
  return end < 0 || !row[end]!.verb
}

/** "a delegation from Kenya", "the ministries of Kenya and Peru": whose they are, who stand where the delegation does. */
const tellsWhose = (row: Part[], at: number): boolean =>
  /^(?:of|from)$/.test(row[at]!.word) &&
  (row[at - 1]?.kind === 'name'
    ? row[at - 1]!.mention!.kind === 'office' && row[at - 1]!.mention!.entity < 0
    : row[at - 1]?.kind === 'word' && personal.test(row[at - 1]!.word)) &&
  row[at + 1]?.kind === 'name' &&
  row[at + 1]!.mention!.kind === 'state'

/** "received a delegation led by the minister": he stands where the delegation does. */
const isLedBy = (row: Part[], at: number): boolean =>
  /^(?:lead|head)$/.test(row[at]!.verb?.lemma ?? '') &&
  !row[at]!.verb!.passive &&
  /^(?:word|name)$/.test(row[at - 1]?.kind ?? '') &&
  row[at + 1]?.word === 'by'

/** "met Ellian officials, including the premier": who is told after it stands where the officials do. */
const isIncluding = (part: Part): boolean => part.verb?.lemma === 'include' && part.verb.tense === 'ing'

/** "Istanbul, Turkey; Madrid, Spain; and Cairo, Egypt": the list of legs goes on. */
function listsPlaces(row: Part[], at: number): boolean {
  const next = row[at + 1]?.kind === 'and' ? row[at + 2] : row[at + 1]
  return isPlacePart(next) && row[at - 1]?.kind !== 'verb'
}

/** "met with A and B; with C; and with D": the list of those met goes on. */
function listsCompany(row: Part[], at: number): boolean {
  const next = row[at + 1]?.kind === 'and' ? at + 2 : at + 1
  return row[next]?.word === 'with' && row.slice(0, at).some(({ word }) => word === 'with')
}

/** "… and Belkor will meet", "… and met": what follows "and" has a verb of its own. */
function startsClause(row: Part[], at: number): boolean {
  let next = at + 1
  while (row[next] && ['adv', 'comma', 'det', 'time'].includes(row[next]!.kind)) next++
  if (row[next]?.verb) return true
  return row[next]?.kind === 'name' && isSubjectOfNext(row, next)
}
