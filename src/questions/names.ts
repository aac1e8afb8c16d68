// From what a user types to who is meant: states by code, name or demonym; people by id, name or alias; groupings by id or name.
import { InputError } from '../errors.ts'
import type { Gazetteer, Organization, State } from '../knowledge/gazetteer.ts'
import { foldName as foldPersonName, sortWords } from '../record/names.ts'
import type { QuestionContext } from './question.ts'
import { runQuery } from './recall.ts'
import { nearestWords } from './suggest.ts'

export interface NamedPerson {
  id: string
  name: string
  nativeName: string | null
  state: string | null
}

/** Case, accents, hyphens, points and a leading "the" do not matter: "The D.P.R.K." is "dprk", "Wáng Yì" is "wang yi". */
export const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.’']/g, '')
    .replace(/[-‑–]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '')

type Directory<Entry> = Map<string, Entry[]>
const directories = new WeakMap<
  Gazetteer,
  { states: Directory<State>; organizations: Directory<Organization> }
>()

function directory(gazetteer: Gazetteer) {
  let found = directories.get(gazetteer)
  if (!found) {
    found = {
      states: listNames(gazetteer.states, (s) => [
        s.id,
        s.name,
        ...s.names,
        ...s.demonyms,
        ...(s.capital ? [s.capital] : []),
      ]),
      organizations: listNames(gazetteer.organizations, (o) => [o.id, o.name, ...o.names]),
    }
    directories.set(gazetteer, found)
  }
  return found
}

function listNames<Entry extends { id: string }>(
  entries: Entry[],
  namesOf: (entry: Entry) => string[],
): Directory<Entry> {
  const list: Directory<Entry> = new Map()
  for (const entry of entries) {
    for (const name of new Set(namesOf(entry).map(foldName)))
      list.set(name, [...(list.get(name) ?? []), entry])
  }
  return list
}

/** ISO alpha-3 of a state. Throws InputError, with near names, when nobody or several are meant. */
export function readState(context: QuestionContext, field: string, text: string): string {
  const { states } = directory(context.knowledge.gazetteer)
  return onlyOne(field, text, states.get(foldName(text)) ?? [], () => states.keys()).id
}

/** States of a camp: "USA, JPN, PHL" or the name of a grouping, whose members of `day` are meant. */
export function readCamp(context: QuestionContext, field: string, text: string, day: string): string[] {
  const grouping = findOrganization(context, text)
  if (grouping) return membersOn(context.knowledge.gazetteer, grouping.id, day)
  const parts = text
    .split(/,|;|\+|&|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length === 0)
    throw new InputError(`"${field}" names no state.`, 'Give states with commas between, or a grouping.')
  return [...new Set(parts.map((part) => readState(context, field, part)))]
}

/** Roles of full members; observers and partners are none. */
export const memberRoles = new Set(['member', 'chair', 'permanent', 'elected'])
export function membersOn(gazetteer: Gazetteer, organization: string, day: string): string[] {
  const held = gazetteer.memberships.filter((m) => m.organization === organization && memberRoles.has(m.role))
  return [...new Set(held.filter((m) => coversDay(m, day)).map((m) => m.state))].sort()
}

/** Whether a pack's bounds (day, month or year, null open) take in the day. */
export const coversDay = (bounds: { from: string | null; to: string | null }, day: string): boolean =>
  (bounds.from === null || bounds.from.replace('~', '') <= day) &&
  (bounds.to === null || `${bounds.to.replace('~', '')}~`.replace(/~$/, '\uffff') >= day)

/** The organization of that id or name; undefined when there is none. */
export const findOrganization = (context: QuestionContext, text: string): Organization | undefined =>
  directory(context.knowledge.gazetteer).organizations.get(foldName(text))?.[0]

export function readOrganization(context: QuestionContext, field: string, text: string): Organization {
  const { organizations } = directory(context.knowledge.gazetteer)
  return onlyOne(field, text, organizations.get(foldName(text)) ?? [], () => organizations.keys())
}

/** A person of the record, by id or by any way of writing the name. Throws InputError, with near names, when nobody or several are meant. */
export async function readPerson(
  context: QuestionContext,
  field: string,
  text: string,
): Promise<NamedPerson> {
  const found = await recallPeople(context, text)
  const known = () => context.knowledge.gazetteer.people.map((person) => foldName(person.name))
  return onlyOne(field, text, found, known)
}

/** People whom a name may mean; those whose own name it is before those who only have it as an alias. */
export const recallPeople = (context: QuestionContext, text: string): Promise<NamedPerson[]> =>
  runQuery(
    context,
    (p) => `
    with named as (
      select person_id, bool_or(kind <> 'alias') as own from person_name where sorted = ${p(sortWords(foldPersonName(text)))} group by 1
      union all select id, true from person where id = ${p(text)}
    ), people as (
      select q.id, q.name, q.native_name as "nativeName", q.state_id as state, bool_or(named.own) as own
      from named join person r on r.id = named.person_id join person q on q.id = coalesce(r.merged_into, r.id) group by 1, 2, 3, 4
    ) select id, name, "nativeName", state from people where own or not exists (select from people where own) order by id limit 6`,
  )

function onlyOne<Entry extends { id: string; name: string }>(
  field: string,
  text: string,
  found: Entry[],
  known: () => Iterable<string>,
): Entry {
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    const names = found.map((entry) => `${entry.name} (${entry.id})`).join(', ')
    throw new InputError(
      `"${text}" in "${field}" may be any of: ${names}.`,
      'Give the id of the one you mean.',
    )
  }
  const near = nearestWords(foldName(text), known())
  throw new InputError(
    `"${text}" in "${field}" is not known.`,
    near.length
      ? `Did you mean ${near.map((name) => `"${name}"`).join(', ')}?`
      : 'Give an id, a code or a full name.',
  )
}

/** Name of a state for a sentence; the code when the packs do not have it. */
export const stateName = (context: QuestionContext, id: string): string =>
  context.knowledge.gazetteer.states.find((state) => state.id === id)?.name ?? id
