// robots.txt after RFC 9309: what a site lets us ask for, and how often.
import { agentToken } from './download.ts'

export interface Robots {
  /** Whether the address may be asked for. */
  allows(url: URL): boolean
  /** Seconds to leave between two requests; null when the site does not say. */
  delay: number | null
  /** Addresses of sitemaps that it names. */
  sitemaps: string[]
}

interface Rule {
  allow: boolean
  path: string
}
interface Group {
  agents: string[]
  rules: Rule[]
  delay: number | null
}

/** A site without robots.txt lets everything be asked for. */
export const allowAll: Robots = { allows: () => true, delay: null, sitemaps: [] }

/** Reads a robots.txt: the groups of `agent`, or else those of "*"; the longest rule that matches decides, "allow" before "disallow". */
export function readRobots(text: string, agent: string = agentToken): Robots {
  const lines = linesOf(text)
  const groups = groupsOf(lines)
  const own = groups.filter(({ agents }) => agents.includes(agent))
  const ours = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  const rules = ours.flatMap((group) => group.rules).sort((a, b) => b.path.length - a.path.length)
  return {
    allows: (url) => allowed(rules, url.pathname + url.search),
    delay: ours.map((group) => group.delay).find((delay) => delay !== null) ?? null,
    sitemaps: lines.filter(([name]) => name === 'sitemap').map(([, value]) => value),
  }
}

const linesOf = (text: string): [name: string, value: string][] =>
  text
    .slice(0, 500_000)
    .split(/\r\n?|\n/)
    .flatMap((line) => {
      const [, name, value] = /^\s*([\w-]+)\s*:\s*(.*?)\s*(?:#.*)?$/.exec(line.slice(0, 2000)) ?? []
      return name ? [[name.toLowerCase(), value!] as [string, string]] : []
    })

/** Lines of user agents that follow each other open one group. */
function groupsOf(lines: [string, string][]): Group[] {
  const groups: Group[] = []
  let naming = false
  for (const [name, value] of lines) {
    if (name === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [], delay: null })
      groups.at(-1)!.agents.push(value.toLowerCase().replace(/\/.*$/, ''))
    }
    naming = name === 'user-agent' || (naming && name === 'sitemap')
    const group = groups.at(-1)
    if (!group) continue
    if (name === 'allow' || name === 'disallow') group.rules.push({ allow: name === 'allow', path: value })
    if (name === 'crawl-delay' && Number.isFinite(Number(value))) group.delay = Number(value)
  }
  return groups
}

/** An empty "disallow" forbids nothing. */
function allowed(rules: Rule[], path: string): boolean {
  if (path === '/robots.txt') return true
  const matching = rules.filter((rule) => rule.path && matches(rule.path, path))
  const longest = matching.filter((rule) => rule.path.length === matching[0]!.path.length)
  return longest.length === 0 || longest.some((rule) => rule.allow)
}

/** "*" stands for any run, "$" at the end for the end; walks once, so that no rule takes long. */
function matches(rule: string, path: string): boolean {
  const ends = rule.endsWith('$')
  const [first, ...runs] = decoded(ends ? rule.slice(0, -1) : rule).split('*')
  const text = decoded(path)
  if (!text.startsWith(first!)) return false
  let at = first!.length
  for (const [i, run] of runs.entries()) {
    if (ends && i === runs.length - 1) return text.length - run.length >= at && text.endsWith(run)
    const found = text.indexOf(run, at)
    if (found < 0) return false
    at = found + run.length
  }
  return !ends || at === text.length
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
