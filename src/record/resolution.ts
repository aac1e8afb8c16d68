// Which person of the record a name in a document means: by a stated score, with the reason shown.
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
import { foldName, personNames, sortWords, soundKeys } from './names.ts'
import type { Stranger } from './strangers.ts'

/** A name to resolve, with what the document says of its bearer. `day`: the day it speaks of, YYYY-MM-DD. */
export interface NamedPerson {
  name: string
  state: string | null
  /** 1–8 on that day as the document has it; null when it does not say. */
  level: number | null
  day: string | null
}

/** `score` 0 to 1; `why` says how the name matched, for people to read. */
export interface PersonMatch {
  person: string
  score: number
  why: string
}

interface Candidate {
  person_id: string
  name: string
  folded: string
  sorted: string
  sound: string
  kind: string
  state_id: string | null
  shown: string
  canonical: string
  /** Levels held on the asked day are checked against [level, from, to). */
  tenures: [number, string | null, string | null][] | null
  /** The folded name it was found for as a misspelling; null: found otherwise. */
  asked: string | null
}

/** Likely at or above, doubtful down to `doubtful`, none below. */
export const personThresholds = { likely: 0.8, doubtful: 0.55 }

/** Matches for each name, best first, none below doubtful. Names that nobody bears as written are looked for among misspellings. */
export async function resolvePeople(database: Database, people: NamedPerson[]): Promise<PersonMatch[][]> {
  const bearers = await findBearers(
    database,
    people.map((person) => person.name),
  )
  return people.map(bearers.match)
}

/** Everybody whom some names may mean: looked up at once, matched name by name. */
export interface Bearers {
  /** Matches of one of the names, best first, none below doubtful. */
  match: (person: NamedPerson) => PersonMatch[]
  /** Somebody met since, who is to be among the bearers from now on. */
  add: (person: Pick<Stranger, 'id' | 'name' | 'state'>) => void
}

export async function findBearers(database: Database, written: string[]): Promise<Bearers> {
  const names = [...new Set(written.map(foldName))].filter(Boolean)
  const near = await candidatesWhere(
    database,
    'select person_id, name, folded, sorted, sound, kind, null as asked from person_name where sorted = any($1::text[]) or sound = any($2::text[])',
    [names.map(sortWords), names.flatMap(soundKeys)],
  )
  const borne = new Set(near.map((candidate) => candidate.sorted))
  const unborne = names.filter((name) => !borne.has(sortWords(name)))
  const misspelt = await candidatesWhere(
    database,
    `select n.person_id, n.name, n.folded, n.sorted, n.sound, n.kind, asked.folded as asked
     from unnest($1::text[]) as asked(folded) join person_name n on n.folded % asked.folded`,
    [unborne],
  )
  const families = await candidatesWhere(
    database,
    'select person_id, name, folded, sorted, sound, kind, null as asked from person_name where folded like any($1::text[])',
    [
      unborne
        .filter((name) => isOneWord(name) && name.length > 1)
        .flatMap((name) => [`${name} %`, `% ${name}`]),
    ],
  )
  const met: Candidate[] = []
  const spelled = groupRows(misspelt, (candidate) => candidate.asked)
  return {
    match(person) {
      const folded = foldName(person.name)
      return rankCandidates(
        { ...person, folded },
        candidatesOf(folded, [...near, ...met], [...(spelled.get(folded) ?? []), ...families, ...met]),
      )
    },
    add: ({ id, name, state }) =>
      void met.push(
        ...personNames({ id, name, nativeName: null, aliases: [] }).map((row) => ({
          ...row,
          state_id: state,
          shown: name,
          canonical: id,
          tenures: null,
          asked: null,
        })),
      ),
  }
}

/** Those who bear the name in some order or by its sound; where nobody bears it as written, those of other spellings as well. */
function candidatesOf(folded: string, near: Candidate[], others: Candidate[]): Candidate[] {
  const [sorted, sounds] = [sortWords(folded), soundKeys(folded)]
  const alike = near.filter((c) => c.sorted === sorted || sounds.includes(c.sound))
  return alike.some((c) => c.sorted === sorted) ? alike : [...alike, ...others]
}

/** Ways of writing names that `where` finds, with whose they are; nothing asked, nothing found. */
async function candidatesWhere(
  database: Database,
  where: string,
  parameters: string[][],
): Promise<Candidate[]> {
  if (parameters.every((list) => list.length === 0)) return []
  return database.query<Candidate>(
    `select hit.*, p.state_id, p.name as shown, coalesce(p.merged_into, p.id) as canonical,
       (select jsonb_agg(jsonb_build_array(o.level, lower(t.valid)::text, upper(t.valid)::text))
        from tenure t join office o on o.id = t.office_id where t.person_id = hit.person_id) as tenures
     from (${where}) hit join person p on p.id = hit.person_id`,
    parameters,
  )
}

type Asked = NamedPerson & { folded: string }

function rankCandidates(asked: Asked, candidates: Candidate[]): PersonMatch[] {
  const scored = candidates.flatMap((candidate) => scoreCandidate(asked, candidate) ?? [])
  const best = [...groupRows(scored, (match) => match.person).values()].map(
    (matches) => matches.sort((a, b) => b.score - a.score)[0]!,
  )
  return best.filter((match) => match.score >= personThresholds.doubtful).sort((a, b) => b.score - a.score)
}

/** Likeness of the name, then agreement of state and of the level held that day. */
function scoreCandidate(asked: Asked, candidate: Candidate): PersonMatch | null {
  const likeness = likenessOf(asked.folded, candidate)
  if (!likeness) return null
  const state = stateAgrees(asked, candidate)
  // A name that only sounds alike or is spelled a little otherwise proves nothing without the state.
  if (!likeness.exact && state !== true) return null
  const level = levelAgrees(asked, candidate)
  // One name of several words is many people's: only the one who held such an office that day.
  if (likeness.partial && level !== true) return null
  const score =
    likeness.score +
    (state === false ? -0.4 : state === null ? -0.05 : 0) +
    (level === true ? 0.06 : level === false ? -0.05 : 0)
  return { person: candidate.canonical, score: Math.max(0, Math.min(1, score)), why: likeness.why }
}

interface Likeness {
  score: number
  why: string
  exact: boolean
  /** Only one of the name's words was given. */
  partial?: boolean
}

const isOneWord = (folded: string): boolean => !folded.includes(' ')

function likenessOf(folded: string, candidate: Candidate): Likeness | null {
  const as = candidate.kind === 'name' ? '' : ` (${candidate.kind} of ${candidate.shown})`
  if (folded === candidate.folded)
    return { score: 1, why: `written as "${candidate.name}"${as}`, exact: true }
  if (sortWords(folded) === candidate.sorted) {
    return { score: 0.97, why: `"${candidate.name}"${as} with its words in another order`, exact: true }
  }
  if (soundKeys(folded).includes(candidate.sound) && closeEnough(folded, candidate.folded, 0.45)) {
    return { score: 0.88, why: `another spelling of "${candidate.name}"${as}`, exact: false }
  }
  const words = candidate.folded.split(' ')
  if (words.length > 1 && (folded === words[0] || folded === words.at(-1))) {
    return {
      score: 0.8,
      why: `part of the name "${candidate.name}"${as}, who held such an office that day`,
      exact: false,
      partial: true,
    }
  }
  const edits = misspelling(folded, candidate.folded)
  if (edits === null) return null
  return {
    score: 0.9 - 0.07 * edits,
    why: `"${candidate.name}"${as} with ${edits} letter${edits > 1 ? 's' : ''} changed`,
    exact: false,
  }
}

const stateAgrees = (asked: Asked, candidate: Candidate): boolean | null =>
  asked.state === null || candidate.state_id === null ? null : asked.state === candidate.state_id

/** null: the document gives no level or day, or no tenure of theirs covers it. */
function levelAgrees(asked: Asked, candidate: Candidate): boolean | null {
  const { level, day } = asked
  if (level === null || day === null) return null
  const held = (candidate.tenures ?? []).filter(([, from, to]) => (from ?? '') <= day && day < (to ?? '9999'))
  return held.length ? held.some(([l]) => Math.abs(l - level) <= 1) : null
}

const closeEnough = (a: string, b: string, share: number): boolean => {
  const [x, y] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  return editDistance(x, y) <= share * Math.max(x.length, y.length)
}

/**
 * Letters changed between two names word by word, null when they are no misspelling of each other: words of three letters or
 * fewer must agree ("Kim Jong Un" is not "Kim Jong Il"), longer ones may differ by one, of seven or more by two.
 */
// => misspelling('xi jingping', 'xi jinping') === 1
export function misspelling(a: string, b: string): number | null {
  const [x, y] = [sortWords(a).split(' '), sortWords(b).split(' ')]
  if (x.length !== y.length || x.length < 2) return null
  const pairings = [
    [a.split(' '), b.split(' ')],
    [x, y],
  ] as [string[], string[]][]
  const totals = pairings.flatMap(([left, right]) => totalEdits(left, right) ?? [])
  return totals.length ? Math.min(...totals) : null
}

function totalEdits(left: string[], right: string[]): number | null {
  let total = 0
  for (const [i, word] of left.entries()) {
    const other = right[i]!
    const longest = Math.max(word.length, other.length)
    const allowed = longest <= 3 ? 0 : longest < 7 ? 1 : 2
    const edits = editDistance(word, other)
    if (edits > allowed) return null
    total += edits
  }
  return total === 0 || total > 3 ? null : total
}

/** Damerau-Levenshtein distance (neighbouring letters exchanged count once). */
export function editDistance(a: string, b: string): number {
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(old[j]! + 1, row[j - 1]! + 1, old[j - 1]! + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j]!, older[j - 2]! + 1)
    }
    ;[older, old] = [old, row]
  }
  return old[b.length]!
}

/** The match to take: likely, and clearly ahead of the next; else null. */
export function takeMatch(matches: PersonMatch[]): PersonMatch | null {
  const [first, second] = matches
  if (!first || first.score < personThresholds.likely) return null
  return second && first.score - second.score < 0.05 ? null : first
}

/** Who held an office on a day, where the document gives only the office: "the Japanese foreign minister". */
export async function holdersOf(
  database: Database,
  asked: { state: string; office: string; day: string }[],
): Promise<(PersonMatch | null)[]> {
  if (asked.length === 0) return []
  const rows = await database.query<{ n: number; person: string; title: string }>(
    `select distinct q.n, coalesce(p.merged_into, p.id) as person, o.title
     from jsonb_to_recordset($1::text::jsonb) as q(n int, state text, office text, day date)
     join office o on o.state_id = q.state
       and lower(q.office) = any (select lower(t) from unnest(o.titles || o.title) as t)
     join tenure t on t.office_id = o.id and t.valid @> q.day
     join person p on p.id = t.person_id`,
    [JSON.stringify(asked.map((a, n) => ({ n, ...a })))],
  )
  return asked.map((_, n) => {
    const holders = rows.filter((row) => row.n === n)
    const people = new Set(holders.map((row) => row.person))
    return people.size === 1
      ? { person: holders[0]!.person, score: 0.85, why: `held the office that day (${holders[0]!.title})` }
      : null
  })
}

/** The id of somebody the gazetteer does not know: any node mints the same from the same name and state. */
export const strangerId = (
  name: string,
  state: string | null,
  mint: (...parts: unknown[]) => string,
): string => `p-${mint('person', sortWords(foldName(name)), state)}`
