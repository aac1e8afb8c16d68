// The gazetteer packs: states, organizations, memberships, offices, people, tenures, places. Names → entities, dated and sourced.
import { join } from 'node:path'
import { z } from 'zod'
import { PackError } from '../errors.ts'
import { readRows } from './packs.ts'
import { type Place, placeRow } from './places.ts'

/** A pack date: day, month or year, `~` where approximate. */
const packDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?~?$/)
const sourced = { confirmed: z.boolean(), sources: z.array(z.string()) }
const level = z.number().int().min(1).max(8)

const stateRow = z.strictObject({
  /** ISO 3166-1 alpha-3, with EUE, VAT, PSE, XKX … */
  id: z.string().regex(/^[A-Z]{3}$/),
  name: z.string(),
  /** Other names: official, short, abbreviated. */
  names: z.array(z.string()),
  demonyms: z.array(z.string()),
  capital: z.string().nullable(),
  core: z.boolean(),
  /** Its head of state is a monarch (a king, an emir, a realm's king abroad): it has no president. Known in general only. */
  monarchy: z.boolean().optional(),
  ...sourced,
})
export type State = z.infer<typeof stateRow>

const organizationRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  kind: z.enum(['igo', 'grouping', 'minilateral', 'party', 'body']),
  founded: packDate.nullable(),
  /** The state a party or body belongs to; absent for an international organization. */
  state: z.string().optional(),
  ...sourced,
})
export type Organization = z.infer<typeof organizationRow>

const membershipRow = z.strictObject({
  organization: z.string(),
  state: z.string(),
  /** 'member', 'chair', 'elected', 'permanent', 'observer', 'dialogue-partner'. */
  role: z.string(),
  from: packDate.nullable(),
  to: packDate.nullable(),
  ...sourced,
  note: z.string().nullable(),
})
export type Membership = z.infer<typeof membershipRow>

const officeRow = z.strictObject({
  id: z.string(),
  state: z.string().nullable(),
  organization: z.string().nullable(),
  title: z.string(),
  titles: z.array(z.string()),
  body: z.string().nullable(),
  /** The common cross-national ladder, 1–8. */
  level,
  /** Places on other, named ladders. */
  ranks: z.array(
    z.strictObject({
      ladder: z.string(),
      rank: z.number(),
      from: packDate.optional(),
      to: packDate.optional(),
    }),
  ),
  ...sourced,
})
export type Office = z.infer<typeof officeRow>

const personRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  nativeName: z.string().nullable(),
  aliases: z.array(z.string()),
  state: z.string().nullable(),
  /** Where a source gives it; absent when none does. */
  gender: z.enum(['female', 'male']).optional(),
  ...sourced,
})
export type Person = z.infer<typeof personRow>

const tenureRow = z.strictObject({
  person: z.string(),
  office: z.string(),
  from: packDate.nullable(),
  /** null: no end known to us. */
  to: packDate.nullable(),
  /** Place in a ranked body; null where the body has no order. */
  order: z.number().int().nullable(),
  acting: z.boolean(),
  confirmedFrom: z.boolean(),
  confirmedTo: z.boolean(),
  sources: z.array(z.string()),
})
export type Tenure = z.infer<typeof tenureRow>

export interface Gazetteer {
  states: State[]
  organizations: Organization[]
  memberships: Membership[]
  offices: Office[]
  people: Person[]
  tenures: Tenure[]
  places: Place[]
}

/** Reads `folder` (knowledge/gazetteer) and checks that every reference is met. Throws PackError with file and line. */
export function loadGazetteer(folder: string): Gazetteer {
  const file = (name: string): string => join(folder, `${name}.jsonl`)
  const gazetteer: Gazetteer = {
    states: readRows(file('states'), stateRow),
    organizations: readRows(file('organizations'), organizationRow),
    memberships: readRows(file('memberships'), membershipRow),
    offices: readRows(file('offices'), officeRow),
    people: readRows(file('people'), personRow),
    tenures: readRows(file('tenures'), tenureRow),
    places: readRows(file('places'), placeRow),
  }
  checkReferences(gazetteer, file)
  return gazetteer
}

function checkReferences(g: Gazetteer, file: (name: string) => string): void {
  const states = uniqueIds(g.states, file('states'))
  const organizations = uniqueIds(g.organizations, file('organizations'))
  const offices = uniqueIds(g.offices, file('offices'))
  const people = uniqueIds(g.people, file('people'))
  uniqueIds(g.places, file('places'))
  g.organizations.forEach((row, i) => {
    meet(states, row.state ?? null, file('organizations'), i)
  })
  g.places.forEach((row, i) => {
    meet(states, row.state, file('places'), i)
  })
  g.memberships.forEach((row, i) => {
    meet(organizations, row.organization, file('memberships'), i)
    meet(states, row.state, file('memberships'), i)
  })
  g.offices.forEach((row, i) => {
    meet(states, row.state, file('offices'), i)
    meet(organizations, row.organization, file('offices'), i)
  })
  g.people.forEach((row, i) => {
    meet(states, row.state, file('people'), i)
  })
  g.tenures.forEach((row, i) => {
    meet(people, row.person, file('tenures'), i)
    meet(offices, row.office, file('tenures'), i)
  })
}

function uniqueIds(rows: { id: string }[], file: string): Set<string> {
  const ids = new Set<string>()
  rows.forEach((row, i) => {
    if (ids.has(row.id))
      throw new PackError(`${file}: row ${i + 1}: id "${row.id}" is there twice`, 'Give each row its own id.')
    ids.add(row.id)
  })
  return ids
}

function meet(known: Set<string>, id: string | null, file: string, index: number): void {
  if (id === null || known.has(id)) return
  throw new PackError(
    `${file}: row ${index + 1}: "${id}" is not in the gazetteer`,
    'Add it to its pack, or mend the id.',
  )
}
