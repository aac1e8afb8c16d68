// The house keeps its plan: layer order, no cycles, SQL in two rooms, pure language and reading, no empty names.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
const program = files.filter((file) => !/\.test\.tsx?$/.test(file))

/** Folders a folder's files may import, besides their own and `errors.ts`. */
const mayImport: Record<string, string[]> = {
  knowledge: [],
  sources: [],
  language: [],
  reading: ['knowledge', 'language'],
  record: ['knowledge', 'sources', 'language', 'reading'],
  questions: ['knowledge', 'language', 'reading', 'record'],
  formats: ['knowledge', 'sources', 'language', 'reading', 'record', 'questions'],
  http: ['knowledge', 'sources', 'language', 'reading', 'record', 'questions', 'formats', '(root)'],
  mcp: ['knowledge', 'sources', 'language', 'reading', 'record', 'questions', 'formats', '(root)'],
  cli: [
    'knowledge',
    'sources',
    'language',
    'reading',
    'record',
    'questions',
    'formats',
    'http',
    'mcp',
    '(root)',
  ],
  web: [],
  '(root)': ['knowledge', 'sources', 'language', 'reading', 'record', 'questions', 'formats'],
}

const folderOf = (file: string): string => {
  const [first, second] = relative(source, file).split('/')
  return second === undefined ? '(root)' : first!
}

interface Import {
  from: string
  to: string
  typeOnly: boolean
}
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const pattern = /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'|import\('(\.[^']+)'\)/g
  return [...text.matchAll(pattern)].map((m) => ({
    from: file,
    to: resolve(dirname(file), (m[2] ?? m[3])!),
    typeOnly: m[1] !== undefined,
  }))
}
const imports = program.flatMap(importsOf).filter((i) => i.to.startsWith(source))

describe('layers', () => {
  test('every folder of src is in the plan', () => {
    expect([...new Set(program.map(folderOf))].filter((folder) => !(folder in mayImport))).toEqual([])
  })
  test('files import their own folder and folders to the left', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const [a, b] = [folderOf(from), folderOf(to)]
      if (a === b || to === join(source, 'errors.ts')) return false
      if (a === 'web') return !(typeOnly && b !== '(root)')
      return !mayImport[a]!.includes(b)
    })
    expect(wrong.map(({ from, to }) => `${relative(source, from)} → ${relative(source, to)}`)).toEqual([])
  })
  test('no import cycles', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, typeOnly } of imports)
      if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const walk = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].map((f) => relative(source, f)).join(' → '))
        return
      }
      state.set(file, 'open')
      for (const next of edges.get(file) ?? []) walk(next, [...path, file])
      state.set(file, 'done')
    }
    for (const file of edges.keys()) walk(file, [])
    expect(cycles).toEqual([])
  })
})

describe('rooms', () => {
  test('SQL lives in record/ and questions/', () => {
    const sql =
      /\b(select\s+[\w*"(][^'`]*\sfrom\s+\w|insert\s+into\s+\w|update\s+\w+\s+set\s|delete\s+from\s+\w|create\s+table\s)/i
    const comment = /^\s*(\/\/|\*|\/\*)/
    const wrong = program
      .filter((file) => !['record', 'questions'].includes(folderOf(file)))
      .filter((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .some((line) => !comment.test(line) && sql.test(line) && /[`'"]/.test(line)),
      )
    expect(wrong.map((file) => relative(source, file))).toEqual([])
  })
  test('language/ and reading/ are pure: no files, network, clock, random, database', () => {
    const impure =
      /from 'node:|\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\.|from 'pg'|pglite/
    const wrong = program
      .filter(
        (file) => ['language', 'reading'].includes(folderOf(file)) && !/\/train(ing)?(\/|\.ts$)/.test(file),
      )
      .filter((file) => impure.test(readFileSync(file, 'utf8')))
    expect(wrong.map((file) => relative(source, file))).toEqual([])
  })
})

describe('names', () => {
  test('no file or folder has an empty name', () => {
    const banned =
      /^(utils?|helpers?|common|core|shared|types?|base|managers?|services?|handlers?|engine|middleware|misc)$/
    const wrong = files.filter((file) =>
      relative(source, file)
        .split(/[/.]/)
        .some((part) => banned.test(part)),
    )
    expect(wrong.map((file) => relative(source, file))).toEqual([])
  })
  test('every file starts by saying what it holds', () => {
    const wrong = program.filter((file) => !/^(#!.*\n)?(\/\/|\/\*)/.test(readFileSync(file, 'utf8')))
    expect(wrong.map((file) => relative(source, file))).toEqual([])
  })
  test('nothing in src names a real person', () => {
    const people = readFileSync(join(root, 'knowledge/gazetteer/people.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { name: string }).name)
      .filter((name) => name.includes(' ') && name.length > 7)
    const wrong = program.flatMap((file) => {
      const code = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
        .join('\n')
      return people.filter((name) => code.includes(name)).map((name) => `${relative(source, file)}: ${name}`)
    })
    expect(wrong).toEqual([])
  })
})
