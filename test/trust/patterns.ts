// Every pattern of src/: those written as literals, found by parsing, and those built while a text is read.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'vite'

export interface Pattern {
  source: string
  flags: string
  /** "src/reading/names.ts:12", or "built" */
  where: string
}

const root = join(import.meta.dirname, '../..')

/** The patterns written in src/, tests left out. */
export function writtenPatterns(): Pattern[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|d)\.tsx?$/.test(file))
    .map((file) => join(root, 'src', file))
  return files.flatMap(patternsOf)
}

function patternsOf(file: string): Pattern[] {
  const text = readFileSync(file, 'utf8')
  const found: Pattern[] = []
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) look(one)
    else if (node && typeof node === 'object') {
      const { regex, start } = node as { regex?: { pattern: string; flags: string }; start: number }
      const line = regex ? text.slice(0, start).split('\n').length : 0
      if (regex)
        found.push({ source: regex.pattern, flags: regex.flags, where: `${relative(root, file)}:${line}` })
      for (const value of Object.values(node)) look(value)
    }
  }
  look(parseSync(file, text).program.body)
  return found
}

/** The patterns that `work` builds with `new RegExp`, each once. */
export async function builtPatterns(work: () => Promise<unknown>): Promise<Pattern[]> {
  const found = new Map<string, Pattern>()
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, as) {
      const made = Reflect.construct(target, given, as) as RegExp
      found.set(String(made), { source: made.source, flags: made.flags, where: 'built' })
      return made
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Original
  }
  return [...found.values()]
}
