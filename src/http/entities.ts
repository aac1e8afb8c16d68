// Routes of who and what the record knows: states, organizations, people; and the search over everything.
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { findPerson, listOrganizations, listStates, searchRecord } from '../record/directory.ts'
import { pagePeople } from '../record/people.ts'
import { type AnyRoute, route } from './route.ts'
import { hit, organization, pageOf, paging, person, state, wholePerson } from './shapes.ts'

const states = route({
  method: 'get',
  path: '/api/states',
  name: 'listStates',
  summary: 'States and what acts as one, by name.',
  response: z.array(state),
  run: ({ database }) => listStates(database),
})

const organizations = route({
  method: 'get',
  path: '/api/organizations',
  name: 'listOrganizations',
  summary: 'Organizations, groupings, parties and bodies, by name.',
  response: z.array(organization),
  run: ({ database }) => listOrganizations(database),
})

const people = route({
  method: 'get',
  path: '/api/people',
  name: 'listPeople',
  summary: 'People in pages, by name; with `query` those with the nearest names, also misspelt.',
  query: z.strictObject({
    query: z.string().max(200).optional(),
    state: z.string().toUpperCase().optional().describe('Only officials of this state.'),
    ...paging,
  }),
  response: pageOf(person),
  run: ({ database }, { query: { cursor, limit, ...filter } }) =>
    pagePeople(database, filter, { cursor, limit }),
})

const onePerson = route({
  method: 'get',
  path: '/api/people/{id}',
  name: 'getPerson',
  summary: 'One person with the offices held.',
  params: z.object({ id: z.string() }),
  response: wholePerson,
  run: async ({ database }, { params }) => {
    const found = await findPerson(database, params.id)
    if (!found)
      throw new NotFoundError(
        `The record knows no person "${params.id}"`,
        'Look for the name in /api/people?query=…',
      )
    return found
  },
})

const search = route({
  method: 'get',
  path: '/api/search',
  name: 'search',
  summary: 'People, states, organizations, exchanges and documents that go by some words.',
  query: z.strictObject({ q: z.string().min(1).max(200), limit: z.number().int().min(1).max(50).optional() }),
  response: z.array(hit),
  run: ({ database }, { query }) => searchRecord(database, query.q, query.limit),
})

const phrases = route({
  method: 'get',
  path: '/api/phrases',
  name: 'listPhrases',
  summary: 'Set phrases of the lexicon, with what each is taken to mean and at whom it is aimed.',
  response: z.array(z.object({ phrase: z.string(), meaning: z.string(), target: z.string().nullable() })),
  run: ({ knowledge }) =>
    knowledge.lexicon.setPhrases.map(({ phrase, meaning, target }) => ({ phrase, meaning, target })),
})

export const entityRoutes: AnyRoute[] = [states, organizations, people, onePerson, phrases, search]
