// Run by `npm ci` and by the first `npx chancery` in a checkout: builds what is older than its source, else does nothing.
import { execSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist', '.built')
const sources = ['src', 'knowledge', 'package.json', 'tsconfig.json', 'tsconfig.build.json']

const newest = (path) => {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
if (built < Math.max(...sources.map((source) => newest(join(root, source))))) {
  execSync('npm run build', { cwd: root, stdio: 'inherit' })
  writeFileSync(stamp, `${new Date().toISOString()}\n`)
}
