// One record, every face: library, HTTP and command line give the same answer; the API is what its description says.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Client } from '@modelcontextprotocol/client'
import { InMemoryTransport } from '@modelcontextprotocol/server'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContext } from '../src/cli/connect.ts'
import { makeApp, routes } from '../src/http/app.ts'
import type { Checked } from '../src/http/checks.ts'
import type { AppContext } from '../src/http/context.ts'
import { startServer } from '../src/http/start.ts'
import { makeMcpServer } from '../src/mcp/server.ts'
import type { Answer } from '../src/questions/answer.ts'
import { ask, checkReading, contextFor, questions } from '../src/questions/index.ts'
import { announceAddress } from '../src/record/owner.ts'

const root = resolve(import.meta.dirname, '..')
// A day ahead: every face is asked as known on the same instant.
const asKnownOn = '2100-01-01'

let folder: string
let location: string
let context: AppContext
let app: Hono
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-faces-'))
  location = join(folder, 'record')
  context = await openContext(location)
  app = makeApp(context)
})
afterAll(async () => {
  await context?.database.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async <Value>(path: string): Promise<Value> => (await (await app.request(path)).json()) as Value
const post = (path: string, body: unknown) =>
  app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

async function chancery(...args: string[]): Promise<{ out: string; err: string }> {
  const env = { ...process.env, NO_COLOR: '1', CHANCERY_DATABASE: location }
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: root,
    env,
  })
  const { stdout, stderr } = await run
  return { out: stdout, err: stderr }
}

/** An input for each question that can be asked in a line. */
const inputs: Record<string, Record<string, string>> = {
  timeline: { states: 'CHN, PRK', since: '2019' },
  itinerary: { person: 'wang-yi', since: '2023' },
  highest: { from: 'CHN', to: 'PRK', since: '2019-06-22' },
  last: { from: 'RUS', to: 'China', level: '2' },
  first: { from: 'RUS', to: 'CHN', since: '2022' },
  gap: { from: 'JPN', to: 'USA', level: '1' },
  pace: { a: 'RUS', b: 'PRK', with: 'CHN', since: '2019' },
  reciprocity: { a: 'CHN', b: 'RUS' },
  coincidence: { a: 'CHN, RUS', b: 'USA, JPN', since: '2023', until: '2024', shifts: '99' },
  grouping: { grouping: 'ASEAN' },
  phrases: { phrase: 'unprecedented' },
  agenda: { states: 'CHN', on: '2024-04-10' },
  brief: { states: 'CHN, PRK', since: '2024' },
}
/** Asked through the command too: a process each. */
const byCommand = ['highest', 'pace']

describe('the same answer from every face', () => {
  test.each(Object.entries(inputs))('%s', async (name, input) => {
    const library = await ask(contextFor(context.database, context.knowledge, { asKnownOn }), name, input)
    const query = new URLSearchParams({ ...input, asKnownOn })
    const http = await get<Answer>(`/api/questions/${name}?${query}`)
    expect(http).toEqual(JSON.parse(JSON.stringify(library)))

    const mcp = await askMcp(`ask_${name}`, { ...input, asKnownOn })
    expect(mcp.structuredContent).toEqual(http)
  })

  test.each(byCommand)('%s by command', async (name) => {
    const server = await startServer(context, { host: '127.0.0.1', port: 0 })
    try {
      // The record is open in this process: the command finds it by its lock, and asks it there.
      announceAddress(location, server.address)
      const flags = Object.entries(inputs[name]!).flatMap(([field, value]) => [`--${field}`, value])
      const { out, err } = await chancery('ask', name, ...flags, '--as-known-on', asKnownOn, '--json')
      expect(err).toBe('')
      const query = new URLSearchParams({ ...inputs[name], asKnownOn })
      expect(JSON.parse(out)).toEqual(await get(`/api/questions/${name}?${query}`))
    } finally {
      await server.stop()
    }
  })

  test('check: the same claims and verdicts from library, HTTP and command', async () => {
    const text =
      'Chinese Premier Anna Berg will be the highest-ranking Chinese official to visit North Korea since 2019. She arrives in Pyongyang on Friday.'
    const checked = (await (
      await post('/api/check', { text, publishedOn: '2024-04-10', asKnownOn })
    ).json()) as Checked
    routes.find((route) => route.name === 'checkText')!.response.parse(checked)
    const reading = context
      .reader()
      .read({ id: 'text', text, publishedOn: '2024-04-10', title: null, publisher: null, genre: null })
    const library = await checkReading(contextFor(context.database, context.knowledge, { asKnownOn }), {
      text,
      reading,
    })
    expect(checked.claims.map(({ verdict }) => verdict.verdict)).toEqual(
      library.result.claims.map(({ verdict }) => verdict),
    )
    expect(checked.claims.map(({ claim }) => claim.kind)).toContain('superlative')
    for (const { claim, answer } of checked.claims) {
      expect(text.slice(claim.start, claim.end)).toBe(claim.exact)
      expect(answer.verdict?.reason).not.toBe('')
    }
  })

  test('every question is in the list, in the API and among the tools', async () => {
    const names = questions.map((question) => question.name)
    expect((await get<{ name: string }[]>('/api/questions')).map((question) => question.name)).toEqual(names)
    const tools = await listMcp()
    const paths = Object.keys((await get<{ paths: object }>('/api/openapi.json')).paths)
    for (const name of names) {
      expect(tools).toContain(`ask_${name}`)
      expect(paths).toContain(`/api/questions/${name}`)
    }
  })
})

async function withMcp<Result>(use: (client: Client) => Promise<Result>): Promise<Result> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const server = makeMcpServer((path) => get(path), '0.0.0')
  const client = new Client({ name: 'test', version: '0' })
  await Promise.all([server.connect(ours), client.connect(theirs)])
  try {
    return await use(client)
  } finally {
    await client.close()
  }
}
const askMcp = (name: string, input: Record<string, unknown>) =>
  withMcp((client) => client.callTool({ name, arguments: input }))
const listMcp = () => withMcp(async (client) => (await client.listTools()).tools.map((tool) => tool.name))

describe('the API is what its description says', () => {
  interface Operation {
    parameters?: { name: string; in: string }[]
    responses: Record<string, unknown>
  }
  test('OpenAPI 3.1: every reference is met, every route described, every path parameter declared', async () => {
    const described = await get<{
      openapi: string
      paths: Record<string, Record<string, Operation>>
      components: { schemas: object }
    }>('/api/openapi.json')
    expect(described.openapi).toMatch(/^3\.1\./)
    const references = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!)
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\//)
      expect(described.components.schemas).toHaveProperty([reference.split('/').at(-1)!])
    }
    const operations = routes.map((route) => described.paths[route.path]![route.method]!)
    expect(new Set(routes.map((route) => route.name)).size).toBe(routes.length)
    routes.forEach(({ path }, i) => {
      const inPath = (operations[i]!.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name)
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))
    })
  })

  test('what lists give fits their schemas, page after page, each exchange once', async () => {
    for (const path of [
      '/api/questions',
      '/api/rules',
      '/api/states',
      '/api/organizations',
      '/api/people',
      '/api/record',
      '/healthz',
      '/api/formats',
      '/api/imports',
    ]) {
      const { response } = routes.find((route) => route.path === path)!
      expect(() => response.parse, path).not.toThrow()
      response.parse(await get(path))
    }
    const list = routes.find((route) => route.path === '/api/exchanges')!
    for (const sort of ['newest', 'oldest', 'level']) {
      const ids: string[] = []
      let cursor: string | null = null
      let total = 0
      do {
        const page: { items: { id: string }[]; next: string | null; total: number } = await get(
          `/api/exchanges?states=CHN,RUS&sort=${sort}&limit=30${cursor ? `&cursor=${cursor}` : ''}`,
        )
        list.response.parse(page)
        ids.push(...page.items.map((item) => item.id))
        cursor = page.next
        total = page.total
      } while (cursor)
      expect(ids.length).toBe(total)
      expect(new Set(ids).size).toBe(total)
      expect(total).toBeGreaterThan(60)
    }
  })

  test('one exchange with what it stands on; one person with offices', async () => {
    const { items } = await get<{ items: { id: string; participants: { person: string }[] }[] }>(
      '/api/exchanges?from=CHN&to=PRK&limit=1',
    )
    const exchange = await get<{ claims: { sourceUrl: string | null }[] }>(`/api/exchanges/${items[0]!.id}`)
    routes.find((route) => route.name === 'getExchange')!.response.parse(exchange)
    expect(exchange.claims.some((claim) => claim.sourceUrl !== null)).toBe(true)
    const person = await get(`/api/people/${items[0]!.participants[0]!.person}`)
    routes.find((route) => route.name === 'getPerson')!.response.parse(person)
  })

  test('an entity tag spares what is known', async () => {
    const first = await app.request('/api/states')
    const tag = first.headers.get('etag')!
    expect((await app.request('/api/states', { headers: { 'if-none-match': tag } })).status).toBe(304)
    const asked = () => app.request('/api/questions/highest?from=CHN&to=PRK')
    expect((await asked()).headers.get('etag')).toBe((await asked()).headers.get('etag'))
  })

  test.each<[string, number, RegExp]>([
    ['/api/nothing', 404, /no GET/],
    ['/api/exchanges/none', 404, /no exchange "none"/],
    ['/api/people/none', 404, /no person/],
    ['/api/documents/none', 404, /no document/],
    ['/api/questions/higest', 404, /no question "higest"/],
    ['/api/questions/highest?form=CHN', 400, /no field "form"/],
    ['/api/questions/highest?from=CHN&to=PRK&since=2023-02-30', 400, /2023-02-30/],
    ['/api/questions/highest?from=CHN&to=PRK&rule=nope', 400, /rule/],
    ['/api/questions/highest?from=CHN&to=PRK&asKnownOn=never', 400, /never/],
    ['/api/exchanges?since=2023-02-30', 400, /2023-02-30/],
    ['/api/exchanges?limit=0', 400, /limit/],
    ['/api/exchanges?limit=99999', 400, /limit/],
    ['/api/exchanges?cursor=garbage', 400, /cursor/],
    ['/api/exchanges?colour=red', 400, /colour/],
    ['/api/exchanges?query=%00', 400, /NUL/],
    ['/api/export/csx', 404, /csx/],
  ])('%s is %i with a reason', async (path, status, reason) => {
    const response = await app.request(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = (await response.json()) as { status: number; detail: string }
    expect(problem.status).toBe(status)
    expect(problem.detail).toMatch(reason)
  })
})

describe('documents', () => {
  const text =
    'Prime Minister Anna Berg of Freedonia met President Karl Weiss of Ruritania in Strelsau on 3 May 2021. They discussed fisheries.'
  const about = { title: 'Berg meets Weiss', publishedOn: '2021-05-03', publisher: 'Gazette' }

  test('read, then filed once, then found', async () => {
    const before = await get<{ counts: { documents: number } }>('/api/record')
    const reading = await (await post('/api/readings', { text, ...about })).json()
    routes.find((route) => route.name === 'readText')!.response.parse(reading)
    expect((await get<{ counts: object }>('/api/record')).counts).toEqual(before.counts)

    const filed = (await (await post('/api/documents', { text, ...about })).json()) as {
      id: string
      created: boolean
    }
    expect(filed.created).toBe(true)
    const again = (await (await post('/api/documents', { text, ...about })).json()) as typeof filed
    expect(again).toMatchObject({ id: filed.id, created: false })

    const held = await get<{ text: string; reading: object }>(`/api/documents/${filed.id}`)
    routes.find((route) => route.name === 'getDocument')!.response.parse(held)
    expect(held.text).toBe(text)
    const found = await get<{ items: { id: string }[] }>('/api/documents?query=fisheries')
    expect(found.items.map((item) => item.id)).toContain(filed.id)
    expect((await get<{ id: string }[]>('/api/search?q=Berg%20meets')).map((hit) => hit.id)).toContain(
      filed.id,
    )
  })

  test('a batch: each its outcome, a bad one stops none', async () => {
    const documents = [
      { text: 'One envoy left.' },
      { text: '  ' },
      { text: 'Another\0 envoy \ud800 left.', bytes: Buffer.from('x').toString('base64') },
    ]
    const outcomes = (await (await post('/api/documents/batch', { documents })).json()) as {
      id?: string
      status?: number
    }[]
    expect(outcomes.map((outcome) => outcome.status ?? 'filed')).toEqual(['filed', 422, 'filed'])
  })

  test.each<[string, unknown, number]>([
    ['/api/readings', {}, 400],
    ['/api/readings', { text: 'x', publishedOn: '2023-02-30' }, 400],
    ['/api/readings', { text: 'x', genre: 'gossip' }, 400],
    ['/api/readings', { text: 'x', colour: 'red' }, 400],
    ['/api/readings', { text: 'x'.repeat(5_000_001) }, 422],
    ['/api/readings', { url: 'http://127.0.0.1:1/' }, 400],
    ['/api/readings', { url: 'http://169.254.169.254/latest/meta-data' }, 400],
    ['/api/documents', { text: '' }, 422],
    ['/api/documents', { text: 'x', bytes: '!!' }, 400],
    ['/api/documents/batch', { documents: [] }, 400],
    ['/api/imports/csv', { text: '', file: 'x.csv' }, 400],
  ])('POST %s with bad input %#', async (path, body, status) => {
    const response = await post(path, body)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ])
  })

  test('an upload gives its text', async () => {
    const send = (body: BodyInit, type: string) =>
      app.request('/api/documents/extract?name=x.html', {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      })
    const page = await send('<html><title>T</title><body><p>Hello.</p></body></html>', 'text/html')
    expect(await page.json()).toMatchObject({ text: 'Hello.', title: 'T', mediaType: 'text/html' })
    const form = new FormData()
    form.append('file', new File(['Plain words.'], 'a.txt', { type: 'text/plain' }))
    const posted = await app.request('/api/documents/extract', { method: 'POST', body: form })
    expect(await posted.json()).toMatchObject({ text: 'Plain words.', mediaType: 'text/plain' })
    expect(
      (
        await send(
          Uint8Array.from({ length: 500 }, (_, i) => i % 9),
          'application/octet-stream',
        )
      ).status,
    ).toBe(422)
  })
})

describe('review', () => {
  test('accepted, rejected, taken back; a correction tried and made', async () => {
    const text =
      'Foreign Minister Anna Berg of Norway may visit Jakarta, Indonesia, in May 2031, two officials said.'
    const filed = (await (
      await post('/api/documents', { text, title: 'Plans', publishedOn: '2031-04-01' })
    ).json()) as { exchanges: { id: string }[] }
    const id =
      filed.exchanges[0]?.id ??
      (await get<{ items: { id: string }[] }>('/api/exchanges?limit=1')).items[0]!.id
    const before = await get<object>(`/api/exchanges/${id}`)
    const rejected = (await (
      await post(`/api/exchanges/${id}/review`, { decision: 'rejected', reason: 'rumour' })
    ).json()) as Reviewed
    expect(rejected.exchange).toBeNull()
    expect((await app.request(`/api/exchanges/${id}`)).status).toBe(404)
    await post(`/api/ledger/${rejected.changes[0]}/undo`, { reason: 'second thoughts' })
    expect(shownOf(await get(`/api/exchanges/${id}`))).toEqual(shownOf(before))

    const pack = JSON.stringify([{ exchange: id, property: 'place', value: 'Elsewhere', reason: 'the map' }])
    const trial = (await (await post('/api/corrections', { text: pack, dryRun: true })).json()) as {
      changed: null
      fields: { field: string; after: unknown }[]
    }
    expect(trial).toMatchObject({ changed: null, fields: [{ field: 'place', after: 'Elsewhere' }] })
    const corrected = await post(`/api/exchanges/${id}/review`, {
      decision: 'corrected',
      values: { place: 'Elsewhere' },
      reason: 'the map',
    })
    expect(((await corrected.json()) as Reviewed).exchange).toMatchObject({
      place: 'Elsewhere',
      review: 'accepted',
    })
  })
  test.each<[string, unknown, number]>([
    ['/api/exchanges/none/review', { decision: 'accepted' }, 404],
    ['/api/exchanges/none/review', { decision: 'maybe' }, 400],
    ['/api/ledger/none/undo', {}, 404],
    ['/api/judgements/none', { decision: 'accept' }, 404],
    ['/api/corrections', { text: 'exchange,property,value,reason\nnone,place,x,y' }, 400],
  ])('POST %s with bad input %#', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status)
  })
})

interface Reviewed {
  changes: string[]
  exchange: object | null
}
/** What is shown, without the claims, whose times differ. */
const shownOf = (exchange: object): object =>
  Object.fromEntries(Object.entries(exchange).filter(([key]) => key !== 'claims'))

test('a backup is one file of gzip', async () => {
  const response = await app.request('/api/backup')
  expect(Number(response.headers.get('x-chancery-rows'))).toBeGreaterThan(10_000)
  expect([...new Uint8Array(await response.arrayBuffer()).subarray(0, 2)]).toEqual([0x1f, 0x8b])
})

test('an export is a file that says what it loses', async () => {
  const response = await app.request('/api/export/csv?states=CHN,PRK&since=2024')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('x-chancery-loses')).not.toBe('')
  expect((await response.text()).split('\r\n').length).toBeGreaterThan(5)
})

test('metrics count what was asked', async () => {
  const text = await (await app.request('/metrics')).text()
  expect(text).toMatch(/http_requests_total\{method="GET",route="\/api\/exchanges",status="200"\} \d+/)
  expect(text).toMatch(/process_resident_memory_bytes \d+/)
})
