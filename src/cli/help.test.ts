// The help that is kept as text is what the parser would print; `GOLDEN=update` writes it anew.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { help } from './help.ts'

const root = resolve(import.meta.dirname, '../..')
const script = `process.argv = ['node', 'chancery', '--help']
const { readArguments } = await import('./src/cli/arguments.ts')
readArguments()`

test('it lists every verb, as the parser does', async () => {
  const run = ['--import', 'tsx', '--input-type=module', '-e', script]
  const env = { ...process.env, NO_COLOR: '1' }
  const { stdout } = await promisify(execFile)(process.execPath, run, { cwd: root, env })
  if (process.env.GOLDEN === 'update') writeFileSync(join(root, 'src/cli/help.ts'), fileOf(stdout.trimEnd()))
  else expect(help).toBe(stdout.trimEnd())
})

const fileOf = (text: string): string =>
  `// What \`chancery --help\` prints, kept as text so that it need not wait for the parser; written by GOLDEN=update npx vitest run src/cli/help.test.ts.
export const help = \`${text.replace(/[\\`$]/g, '\\$&')}\`
`
