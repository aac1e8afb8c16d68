// The command as a process: help, reading, bad input, exit codes, pipes. No record is opened here.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reading } from '../src/reading/reading.ts'

const root = resolve(import.meta.dirname, '..')
interface Outcome {
  code: number | null
  out: string
  err: string
}

function start(args: string[]): ChildProcess {
  const env = { ...process.env, NO_COLOR: '1', CHANCERY_DATABASE: join(folder, 'never-made') }
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { cwd: root, env })
}

function run(args: string[], input?: string | Uint8Array): Promise<Outcome> {
  const child = start(args)
  const outcome: Outcome = { code: null, out: '', err: '' }
  child.stdout!.on('data', (chunk) => {
    outcome.out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    outcome.err += chunk
  })
  child.stdin!.on('error', () => {})
  child.stdin!.end(input)
  return new Promise((done) => child.on('close', (code) => done({ ...outcome, code })))
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-cli-'))
  const files: Record<string, string | Uint8Array> = {
    'a.txt': 'The foreign minister of Ruritania visited Freedonia on Monday.',
    'empty.txt': '',
    'nul.txt': 'The envoy\0 left on Tuesday.',
    'latin.txt': Buffer.from('The envoy visited S\xe3o Tom\xe9 on Monday.', 'latin1'),
    'binary.txt': Uint8Array.from({ length: 4096 }, (_, i) => (i * 31) % 251),
    'large.txt': 'The envoy left. '.repeat(655_360),
    'index.jsonl': '{"id":"a","published":"2024-04-10"}\n',
    'bad-index.jsonl': '{"id":"a","published":"2023-02-30"}\n',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
})
afterAll(() => rm(folder, { recursive: true }))

const readingsOf = (out: string): Reading[] =>
  out
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading)

test('--version and --help say what they are for, on standard output', async () => {
  const version = await run(['--version'])
  expect(version).toMatchObject({ code: 0, err: '' })
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
  const help = await run(['--help'])
  expect(help).toMatchObject({ code: 0, err: '' })
  for (const verb of ['read', 'ingest', 'ask', 'serve', 'export', 'import', 'mcp'])
    expect(help.out).toContain(`  ${verb}`)
})

describe('wrong usage exits 2, with a message on standard error only', () => {
  test.each<[string, string[], RegExp]>([
    ['no verb', [], /Usage: chancery VERB/],
    ['unknown verb', ['raed', 'x'], /Did you mean `read`/],
    ['no path', ['read'], /PATH/],
    ['unknown flag', ['read', 'x', '--jsno'], /--jsno/],
    ['impossible day', ['read', 'x', '--published', '2023-02-30'], /2023-02-30.*calendar/],
    ['missing path', ['read', 'not-there.txt'], /not-there\.txt/],
    ['unknown question', ['ask', 'higest', '--from', 'CHN'], /highest/],
    ['unknown field', ['ask', 'highest', '--form', 'CHN'], /--from/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await run(args)
    expect(err).toMatch(message)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).not.toMatch(/^\s+at /m)
  })
})

describe('read', () => {
  test('a folder: one reading a line in order, a bad file told and passed over', async () => {
    const { code, out, err } = await run(['read', folder, '--index', join(folder, 'index.jsonl'), '--json'])
    const readings = readingsOf(out)
    expect(readings.map((reading) => reading.document.id)).toEqual(['a', 'empty', 'latin', 'nul'])
    expect(readings[0]!.document.publishedOn).toBe('2024-04-10')
    expect(readings[1]).toMatchObject({ officials: [], exchanges: [], statements: [], claims: [] })
    expect(err).toMatch(/binary\.txt is not text/)
    expect(err).toMatch(/large\.txt has 10,485,760 characters/)
    expect(code).toBe(1)
  })
  test('offsets count UTF-16 units of the text as it stands', async () => {
    const text =
      '𝔸 note. 北京 — “The Prime Minister of Freedonia, Anna Berg, met the President of Ruritania, Karl Weiss, in Strelsau on 3 May 2021.”\r\n'
    const { out } = await run(['read', '-', '--json'], text)
    for (const exchange of readingsOf(out)[0]!.exchanges) {
      for (const { start, end, exact } of exchange.evidence) expect(text.slice(start, end)).toBe(exact)
    }
    for (const official of readingsOf(out)[0]!.officials) {
      for (const { start, end } of official.mentions) expect(text.slice(start, end).length).toBe(end - start)
    }
  })
  test('an index with an impossible day is wrong input', async () => {
    const { code, err } = await run(['read', folder, '--index', join(folder, 'bad-index.jsonl')])
    expect(err).toMatch(/bad-index\.jsonl:1/)
    expect(code).toBe(2)
  })
  test('a reader that has had enough ends it without a word', async () => {
    const child = start(['read', ...Array.from({ length: 60 }, () => join(folder, 'a.txt')), '--json'])
    let err = ''
    child.stderr!.on('data', (chunk) => {
      err += chunk
    })
    child.stdout!.once('data', () => child.stdout!.destroy())
    const code = await new Promise((done) => child.on('close', done))
    expect([code, err]).toEqual([0, ''])
  })
})
