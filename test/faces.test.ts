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
import type { AppContext } from '../src/http/context.ts'
import { startServer } from '../src/http/start.ts'
import { makeMcpServer } from '../src/mcp/server.ts'
import type { Answer } from '../src/questions/answer.ts'
import { ask, contextFor, questions } from '../src/questions/index.ts'
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

/** An input for each question, from what the record holds. */
const inputs: Record<string, Record<string, string>> = {
  timeline: { states: 'CHN, PRK', since: '2019' },
  highest: { from: 'CHN', to: 'PRK', since: '2019-06-22' },
}

describe('the same answer from every face', () => {
  test.each(Object.entries(inputs))('%s', async (name, input) => {
    const library = await ask(contextFor(context.database, context.knowledge, { asKnownOn }), name, input)
    const query = new URLSearchParams({ ...input, asKnownOn })
    const http = await get<Answer>(`/api/questions/${name}?${query}`)
    expect(http).toEqual(JSON.parse(JSON.stringify(library)))

    const server = await startServer(context, { host: '127.0.0.1', port: 0 })
    try {
      // The record is open in this process: the command finds it by its lock, and asks it there.
      announceAddress(location, server.address)
      const flags = Object.entries(input).flatMap(([field, value]) => [`--${field}`, value])
      const { out, err } = await chancery('ask', name, ...flags, '--as-known-on', asKnownOn, '--json')
      expect(err).toBe('')
      expect(JSON.parse(out)).toEqual(http)
    } finally {
      await server.stop()
    }

    const mcp = await askMcp(`ask_${name}`, { ...input, asKnownOn })
    expect(mcp.structuredContent).toEqual(http)
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
