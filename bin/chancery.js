#!/usr/bin/env node
// The command: the built program where there is one (after `npm ci`).
import { existsSync } from 'node:fs'

const built = new URL('../dist/cli/main.js', import.meta.url)
if (!existsSync(built)) {
  console.error('chancery: not built yet. Run `npm run build` in the package folder, then try again.')
  process.exit(1)
}
await import(built.href)
