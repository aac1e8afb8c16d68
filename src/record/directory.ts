// Who and what the record knows: states, organizations, people with their tenures; and a search over everything.
import type { Database } from './database.ts'
import { foldName } from './names.ts'
import { documentMatch, searchedFor } from './shelf.ts'

export interface ListedState {
  id: string
  name: string
  names: string[]
  demonyms: string[]
  capital: string | null
  confirmed: boolean
  sources: string[]
}
export interface ListedOrganization {
  id: string
  name: string
  names: string[]
  kind: string
  founded: string | null
  confirmed: boolean
}
export interface ListedPerson {
  id: string
  name: string
  nativeName: string | null
  aliases: string[]
  state: string | null
  confirmed: boolean
}
/** An office held: `from` and `to` as the pack dates them (day, month or year); null: not known. */
export interface ListedTenure {
  office: string
  title: string
  state: string | null
  organization: string | null
  level: number
  from: string | null
  to: string | null
  acting: boolean
  confirmed: boolean
  sources: string[]
}
export interface WholePerson extends ListedPerson {
  tenures: ListedTenure[]
}

export const listStates = (database: Database): Promise<ListedState[]> =>
  database.query('select id, name, names, demonyms, capital, confirmed, sources from state order by name')

export const listOrganizations = (database: Database): Promise<ListedOrganization[]> =>
  database.query('select id, name, names, kind, founded, confirmed from organization order by name')

const personColumns =
  'q.id, q.name, q.native_name as "nativeName", q.aliases, q.state_id as state, q.confirmed'

/** People by any of their names, also misspelt; without `query` all, by name. */
export async function listPeople(
  database: Database,
  query: string | undefined,
  limit = 50,
): Promise<ListedPerson[]> {
  if (!query?.trim())
    return database.query(
      `select ${personColumns} from person q where q.merged_into is null order by q.name limit ${limit}`,
    )
  const folded = foldName(query)
  const escaped = folded.replace(/[\\%_]/g, '\\$&')
  return database.query(
    `select ${personColumns} from person q join (
       select person_id, max(case when folded = $1 then 3 when folded like $3 then 2.5 when folded like $2 then 2 else similarity(folded, $1) end) as nearness
       from person_name where folded like $2 or folded % $1 group by person_id
     ) n on n.person_id = q.id where q.merged_into is null order by n.nearness desc, q.name limit ${limit}`,
    [folded, `%${escaped}%`, `${escaped}%`],
  )
}

/** One person with the offices held, oldest first; null when there is none by that id. */
export async function findPerson(database: Database, id: string): Promise<WholePerson | null> {
  const [person] = await database.query<ListedPerson>(
    `select ${personColumns} from person p join person q on q.id = coalesce(p.merged_into, p.id) where p.id = $1`,
    [id],
  )
  if (!person) return null
  const tenures = await database.query<ListedTenure>(
    `select t.office_id as office, o.title, o.state_id as state, o.organization_id as organization, o.level, t.from_text as from, t.to_text as to,
            t.acting, (t.confirmed_from and (t.to_text is null or t.confirmed_to)) as confirmed, t.sources
     from tenure t join office o on o.id = t.office_id where t.person_id = $1 order by lower(t.valid) nulls first, o.level`,
    [person.id],
  )
  return { ...person, tenures }
}

/** Something found by a search. */
export interface Hit {
  type: 'person' | 'state' | 'organization' | 'exchange' | 'document'
  id: string
  label: string
  detail: string | null
}

/** Up to `limit` of each type whose names or words contain `query`. */
export async function searchRecord(database: Database, query: string, limit = 8): Promise<Hit[]> {
  const pattern = `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`
  const people = (await listPeople(database, query, limit)).map(
    (person): Hit => ({
      type: 'person',
      id: person.id,
      label: person.name,
      detail: [person.nativeName, person.state].filter(Boolean).join(' · ') || null,
    }),
  )
  const named = await database.query<Hit>(
    `(select 'state' as type, id, name as label, id as detail from state
        where name ilike $1 or id ilike $2 or exists (select 1 from unnest(names || demonyms) n where n ilike $1) order by name limit ${limit})
     union all
     (select 'organization', id, name, kind from organization
        where name ilike $1 or id ilike $1 or exists (select 1 from unnest(names) n where n ilike $1) order by name limit ${limit})`,
    [pattern, query.trim()],
  )
  const exchanges = await searchExchanges(database, pattern, limit)
  return [...named, ...people, ...exchanges, ...(await searchDocuments(database, query, limit))]
}

/** By words of their place, occasion or note, newest first. Fewer than three letters are in nearly all of them: they find none. */
async function searchExchanges(database: Database, pattern: string, limit: number): Promise<Hit[]> {
  if (pattern.length < 5) return []
  return database.query<Hit>(
    `select 'exchange' as type, x.id, concat_ws(', ', coalesce(x.occasion, x.kind), array_to_string(x.states, ', '), x.place) as label,
            x.occurred_on as detail
     from exchange x where x.known_to = 'infinity' and x.review <> 'rejected'
       and (coalesce(x.place, '') || ' ' || coalesce(x.occasion, '') || ' ' || coalesce(x.note, '')) ilike $1
     order by x.latest desc nulls last limit ${limit}`,
    [pattern],
  )
}

function searchDocuments(database: Database, query: string, limit: number): Promise<Hit[]> {
  const { pattern, words, cut } = searchedFor(query)
  return database.query<Hit>(
    `select 'document' as type, d.id, coalesce(d.title, left(d.text, 80)) as label, concat_ws(', ', d.publisher, d.published_on) as detail
     from document d where ${documentMatch} order by d.published_on desc nulls last, d.id limit ${limit}`,
    [pattern, words, cut],
  )
}

/** How much the record holds. */
export interface RecordCounts {
  exchanges: number
  confirmed: number
  documents: number
  people: number
  states: number
  organizations: number
  tenures: number
  claims: number
  proposed: number
}

export async function countRecord(database: Database): Promise<RecordCounts> {
  const [counts] = await database.query<RecordCounts>(
    `select x.exchanges, x.confirmed, x.proposed,
            (select count(*)::int from document) as documents, (select count(*)::int from person where merged_into is null) as people,
            (select count(*)::int from state) as states, (select count(*)::int from organization) as organizations,
            (select count(*)::int from tenure) as tenures, (select count(*)::int from exchange_claim where retracted_at = 'infinity') as claims
     from (select count(*)::int as exchanges, (count(*) filter (where confirmed))::int as confirmed,
             (count(*) filter (where review = 'proposed'))::int as proposed
           from exchange where known_to = 'infinity' and review <> 'rejected') x`,
  )
  return counts!
}

/** What each source covers: its first and last day, and rows. */
export interface CoveredSource {
  source: string
  from: string | null
  to: string | null
  rows: number
}

export const listCoverage = (database: Database): Promise<CoveredSource[]> =>
  database.query(
    `select source, min(lower(valid))::text as from, (max(upper(valid)) - 1)::text as to, sum(rows)::int as rows
     from coverage where not isempty(valid) group by source order by source`,
  )
