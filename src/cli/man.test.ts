// The manual page is what the parser says, and names every verb; `GOLDEN=update` writes it anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { escapeRoff, verbNames, writeMan } from './man.ts'
import { version } from './version.ts'

const root = resolve(import.meta.dirname, '../..')
const path = resolve(root, 'docs/man/chancery.1')

test('it is what the parser says', () => {
  const page = writeMan(version)
  if (process.env.GOLDEN === 'update') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, page)
  }
  expect(readFileSync(path, 'utf8')).toBe(page)
})

test('it names every verb that is run, and the package carries it', () => {
  const main = readFileSync(resolve(root, 'src/cli/main.ts'), 'utf8')
  const run = [...main.matchAll(/case '(\w+)'/g)].map((found) => found[1]!)
  expect([...verbNames].sort()).toEqual(run.sort())
  const page = readFileSync(path, 'utf8')
  for (const verb of run) expect(page).toContain(`.SS ${verb}\n`)
  const { man } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { man?: string[] }
  expect(man).toEqual(['docs/man/chancery.1'])
})

test('no line is a request, no character an escape', () => {
  expect(escapeRoff(".x\n'y a\\b --c")).toBe("\\&.x\n\\&'y a\\eb \\-\\-c")
})
