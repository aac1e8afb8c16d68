// Pairs exchanges of a reading with those of the gold, by the scorer's rules, to list what went wrong and where.
import type { Exchange } from '../src/reading/reading.ts'
import type { GoldExchange } from './gold.ts'

export interface Mistake {
  /** "missed", "spurious", or the slot that differs. */
  kind: string
  gold: GoldExchange | null
  got: Exchange | null
  detail: string
}

const kindClass = (kind: string): string => (kind === 'talks' || kind === 'summit' ? 'meeting' : kind)
const day = 86_400_000

/** First and last day of an EDTF level 1 date, in days since 1970; null when it has none. */
export function daysOf(edtf: string | null): [number, number] | null {
  if (!edtf) return null
  const [from = '', to] = edtf.replace(/[?~%]/g, '').split('/')
  const first = edge(from, false)
  const last = edge(to ?? from, true)
  return first === undefined || last === undefined ? null : [first ?? -Infinity, last ?? Infinity]
}

function edge(text: string, last: boolean): number | null | undefined {
  if (text === '' || text === '..') return null
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text)
  if (!parts) return undefined
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)]
  if (!month) return Date.UTC(last ? year + 1 : year, 0, last ? 0 : 1) / day
  if (!dayOfMonth) return Date.UTC(year, last ? month : month - 1, last ? 0 : 1) / day
  return Date.UTC(year, month - 1, dayOfMonth) / day
}

const sameDays = (a: string | null, b: string | null): boolean => {
  const [x, y] = [daysOf(a), daysOf(b)]
  return x !== null && y !== null && x[0] === y[0] && x[1] === y[1]
}

const words = (name: string | null): string[] =>
  (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)

export function sameName(a: string | null, b: string | null): boolean {
  const [short, long] = [words(a), words(b)].sort((p, q) => p.length - q.length)
  return short!.length > 0 && short!.every((word) => long!.includes(word))
}

interface Sides {
  kind: string
  status: string
  date: string | null
  host: string | null
  states: string[]
  participants: { name: string | null; state: string | null }[]
}

const statesOf = (x: Sides): Set<string> =>
  new Set(
    [...x.states, ...x.participants.map((p) => p.state), x.host].filter((state): state is string => !!state),
  )
const namesOf = (x: Sides): string[] => x.participants.flatMap((p) => p.name ?? [])

function affinity(gold: Sides, got: Sides): number {
  if (kindClass(gold.kind) !== kindClass(got.kind)) return 0
  const [gs, ps] = [statesOf(gold), statesOf(got)]
  const shared = [...gs].filter((state) => ps.has(state)).length
  if (gs.size && ps.size && shared / Math.max(gs.size, ps.size) < 0.5) return 0
  const [gn, pn] = [namesOf(gold), namesOf(got)]
  const sharedNames = gn.filter((name) => pn.some((other) => sameName(name, other))).length
  if (gn.length && pn.length && !sharedNames) return 0
  if (!gn.length !== !pn.length && shared < 2 && gs.size > 1) return 0
  const [gi, pi] = [daysOf(gold.date), daysOf(got.date)]
  if (gi && pi && !(gi[0] - 3 <= pi[1] && pi[0] - 3 <= gi[1])) return 0
  const same = (yes: boolean, points: number): number => (yes ? points : 0)
  return (
    1 + shared + 2 * sharedNames + same(sameDays(gold.date, got.date), 2) + same(gold.status === got.status, 1) +
    same(gold.kind === got.kind, 1)
  ) // biome-ignore format: one sum
}

/** Every difference between what the gold holds and what was read. Optional exchanges are left out on both sides. */
export function findMistakes(golds: GoldExchange[], gots: Exchange[]): Mistake[] {
  const edges = golds.flatMap((gold, i) =>
    gots.flatMap((got, j) => {
      const points = affinity(gold, got)
      return points > 0 ? [{ points, i, j }] : []
    }),
  )
  edges.sort((a, b) => b.points - a.points)
  const [goldOf, gotOf] = [new Map<number, number>(), new Map<number, number>()]
  for (const { i, j } of edges) {
    if (goldOf.has(j) || gotOf.has(i)) continue
    goldOf.set(j, i)
    gotOf.set(i, j)
  }
  const goldId = new Map([...goldOf].map(([j, i]) => [gots[j]!.id, golds[i]!.id]))
  return [
    ...golds.flatMap((gold, i): Mistake[] => {
      if (gold.optional) return []
      const j = gotOf.get(i)
      return j === undefined
        ? [{ kind: 'missed', gold, got: null, detail: '' }]
        : compare(gold, gots[j]!, goldId)
    }),
    ...gots.flatMap((got, j): Mistake[] =>
      goldOf.has(j) ? [] : [{ kind: 'spurious', gold: null, got, detail: '' }],
    ),
  ]
}

function compare(gold: GoldExchange, got: Exchange, goldId: Map<string, string>): Mistake[] {
  const mistakes: Mistake[] = []
  const differ = (kind: string, a: string | null, b: string | null, same: boolean): void => {
    if ((a !== null || b !== null) && !same) mistakes.push({ kind, gold, got, detail: `${a} read as ${b}` })
  }
  differ('status', gold.status, got.status, gold.status === got.status)
  differ('date', gold.date, got.date, sameDays(gold.date, got.date))
  differ('host', gold.host, got.host, gold.host === got.host)
  differ('place', gold.place, got.place, sameName(gold.place, got.place))
  const parent = got.partOf === null ? null : (goldId.get(got.partOf) ?? 'unmatched')
  differ('partOf', gold.partOf, parent, gold.partOf === parent)
  for (const p of gold.participants) {
    if (!p.name) continue
    const twin = got.participants.find((q) => sameName(p.name, q.name))
    if (!twin) mistakes.push({ kind: 'participant missed', gold, got, detail: p.name })
    else differ('role', p.role, twin.role, p.role === twin.role)
  }
  for (const q of got.participants) {
    if (q.name && !gold.participants.some((p) => sameName(p.name, q.name)))
      mistakes.push({ kind: 'participant spurious', gold, got, detail: q.name })
  }
  return mistakes
}
