// The threat model names a test in each line, and the test is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
const tests = new Set(['src', 'test'].flatMap(filesOf).map((path) => basename(path)))

const lines = readFileSync(join(root, 'docs/12-security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('there are lines', () => expect(lines.length).toBeGreaterThan(30))

test.each(lines.map((cells) => [cells[1]!, cells[3]!]))('%s: %s', (_, told) => {
  const named = [...told.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)
  expect(named).not.toEqual([])
  for (const path of named)
    expect([path, tests.has(path) || existsSync(join(root, path))]).toEqual([path, true])
})

test('no words of a source become markup: nothing in the workbench or the pages of the server writes HTML of its own', () => {
  const writers =
    /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bsrcDoc\b|new Function\b|\beval\(/
  const found = ['src/web', 'src/http']
    .flatMap((folder) => filesOf(folder).map((file) => join(folder, file)))
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && writers.test(readFileSync(join(root, file), 'utf8')))
  expect(found).toEqual([])
})
