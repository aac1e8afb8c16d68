// Seeded random small worlds: invented states and officials, exchanges with doubtful dates, plans, gatherings, tours, changing members and offices.
import type { BaseExchange, BaseReadout } from '../../src/knowledge/exchanges.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { seeded } from '../../src/questions/statistics/shift.ts'
import { inventWorld } from './world.ts'

/** A die of one world. */
export interface Die {
  below: (n: number) => number
  chance: (share: number) => boolean
  one: <T>(list: readonly T[]) => T
}

export function dieOf(seed: number): Die {
  const next = seeded(seed * 7919 + 13)
  const below = (n: number): number => Math.floor(next() * n)
  return { below, chance: (share) => next() < share, one: (list) => list[below(list.length)]! }
}

export const stateIds = ['ARD', 'BOR', 'CYR', 'DOL', 'ELV', 'FEN']
const pad = (n: number): string => String(n).padStart(2, '0')
/** A day of 2019 to 2023, bunched in few months so that exchanges meet. */
const randomDay = (die: Die): string =>
  `${2019 + die.below(5)}-${pad(1 + die.below(4) * 3)}-${pad(1 + die.below(28))}`
const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

function randomDate(die: Die): string {
  const day = randomDay(die)
  const roll = die.below(20)
  if (roll < 8) return day
  if (roll < 14) return `${day}/${plus(day, 1 + die.below(4))}`
  if (roll < 15) return `${day}/${plus(day, 1 + die.below(3))}~`
  if (roll < 17) return day.slice(0, 7)
  if (roll < 18) return `${day.slice(0, 7)}~`
  return roll < 19 ? day.slice(0, 4) : `${day.slice(0, 7)}/${plus(day, 40).slice(0, 7)}`
}

type Tenures = Knowledge['gazetteer']['tenures']
type People = Knowledge['gazetteer']['people']

/** Everybody's offices dated anew: some end, some come back, some are held by somebody else later. */
function randomTenures(die: Die, tenures: Tenures, offices: Knowledge['gazetteer']['offices']): Tenures {
  return tenures.flatMap((tenure) => {
    const end = die.chance(0.4)
      ? `${2019 + die.below(4)}-${pad(1 + die.below(12))}-${pad(1 + die.below(28))}`
      : null
    const first = { ...tenure, from: die.chance(0.2) ? '2019-07' : tenure.from, to: end }
    if (first.to && first.from! > first.to) first.from = '2015-01-01'
    if (!end || die.chance(0.4)) return [first]
    const others = offices.filter((o) => o.state === tenure.office.slice(0, 3))
    const next = die.chance(0.5) ? tenure.office : die.one(others).id
    return [
      first,
      {
        ...tenure,
        office: next,
        from: plus(end, 1 + die.below(300)),
        to: null,
        order: null,
        acting: die.chance(0.2),
      },
    ]
  })
}

function randomMembers(die: Die, memberships: Knowledge['gazetteer']['memberships']) {
  return memberships.map((m) => ({
    ...m,
    from: m.role === 'member' && die.chance(0.3) ? `${2018 + die.below(4)}-06-01` : m.from,
    to: m.role === 'member' && die.chance(0.3) ? `${2022 + die.below(2)}-03-31` : m.to,
  }))
}

const kinds: BaseExchange['kind'][] = [
  'visit',
  'visit',
  'visit',
  'visit',
  'meeting',
  'meeting',
  'talks',
  'summit',
  'call',
  'ceremony',
  'message',
]
const statuses: BaseExchange['status'][] = [
  'announced',
  'cancelled',
  'postponed',
  'denied',
  'possible',
  'ongoing',
]
const occasions = [null, null, null, null, 'Harvest forum', 'Canal Group summit', 'birthday of the founder']

interface Cast {
  die: Die
  people: People
  titleOf: (person: string, day: string) => { office: string | null; level: number | null }
}

/** Who took part, as a source would have it: now and then it names the office, else the tenures must. */
function party(
  { die, people, titleOf }: Cast,
  person: string,
  role: 'visitor' | 'host' | 'participant',
  day: string,
) {
  const told = die.chance(0.5)
  const { office, level } = titleOf(person, day)
  return {
    person,
    state: people.find((p) => p.id === person)!.state,
    organization: null,
    office: told ? office : null,
    offices: [],
    level: told ? level : null,
    role,
  }
}

function randomExchange(cast: Cast, id: string, near: BaseExchange | undefined): BaseExchange {
  const { die, people } = cast
  const kind = die.one(kinds)
  const status = die.chance(0.25) ? die.one(statuses) : 'occurred'
  const ahead = status === 'announced' || status === 'possible' || status === 'postponed'
  const date =
    ahead && die.chance(0.6)
      ? randomDate(die).replace(/20(19|2\d)/g, (y) => String(Number(y) + 11))
      : near && die.chance(0.5)
        ? near.date
        : randomDate(die)
  const day = date.slice(0, 10).padEnd(7, '-01').padEnd(10, '-01')
  const host =
    kind === 'call' || kind === 'message'
      ? null
      : near?.host && die.chance(0.6)
        ? near.host
        : die.one(stateIds)
  const everybody = [...people]
  const draw = (from: People, n: number): string[] =>
    Array.from({ length: n }, () => die.one(from).id).filter((person, i, all) => all.indexOf(person) === i)
  const abroad = everybody.filter((p) => p.state !== host)
  const atHome = everybody.filter((p) => p.state === host)
  const companions = near
    ? near.participants.filter((p) => p.role === 'visitor' && p.state !== host).map((p) => p.person)
    : []
  const guests =
    companions.length && die.chance(0.5) ? companions : draw(abroad, 1 + die.below(kind === 'summit' ? 4 : 2))
  const role =
    host === null || (kind === 'summit' && die.chance(0.5)) ? ('participant' as const) : ('visitor' as const)
  const hosts =
    host === null
      ? draw(
          everybody.filter((p) => !guests.includes(p.id)),
          1,
        )
      : atHome.length
        ? draw(atHome, die.below(3))
        : []
  const confirmed = die.chance(0.85)
  return {
    id,
    kind,
    grade: die.chance(0.2) ? 'official' : null,
    status,
    date,
    place: die.chance(0.05) ? 'by video' : null,
    host,
    occasion: die.one(occasions),
    participants: [
      ...guests.map((g) => party(cast, g, role, day)),
      ...hosts.map((h) => party(cast, h, role === 'participant' ? role : 'host', day)),
    ],
    note: null,
    sources: confirmed ? [`https://news.example/${id}`] : [],
    confirmed,
    basis: confirmed ? 'report' : null,
    origin: 'hand:random',
  }
}

export interface RandomWorld {
  knowledge: Knowledge
  exchanges: BaseExchange[]
  readouts: BaseReadout[]
}

const topics = ['canal tolls', 'northern straits', 'fishing', 'year of friendship', 'harvest loans']

/** World number `seed`: every run makes the same. Ids are its own, so that worlds can follow one another in one record. */
export function randomWorld(seed: number, size = 120): RandomWorld {
  const die = dieOf(seed)
  const base = inventWorld()
  const tenures = randomTenures(die, base.gazetteer.tenures, base.gazetteer.offices)
  const gazetteer = {
    ...base.gazetteer,
    tenures,
    memberships: randomMembers(die, base.gazetteer.memberships),
  }
  const titleOf = (person: string, day: string) => {
    const held = tenures.find((t) => t.person === person && t.from! <= day && (t.to ?? '9999') >= day)
    const office = gazetteer.offices.find((o) => o.id === held?.office)
    return { office: office?.id ?? null, level: office?.level ?? null }
  }
  const cast: Cast = { die, people: gazetteer.people, titleOf }
  const exchanges: BaseExchange[] = []
  for (let i = 0; i < size; i++) {
    const near = die.chance(0.45)
      ? exchanges.at(-1 - die.below(Math.min(3, Math.max(1, exchanges.length))))
      : undefined
    exchanges.push(randomExchange(cast, `w${seed}-${i}`, near))
  }
  const readouts = exchanges
    .filter(() => die.chance(0.3))
    .map(
      (row): BaseReadout => ({
        exchange: row.id,
        missingSides: [],
        note: null,
        sides: [...new Set(row.participants.flatMap((p) => p.state ?? []))]
          .filter(() => die.chance(0.6))
          .map((state) => ({
            state,
            url: `https://mfa.example/${row.id}/${state}`,
            official: true,
            publisher: `Ministry of ${state}`,
            topics: topics.filter(() => die.chance(0.4)),
          })),
      }),
    )
  return {
    exchanges,
    readouts,
    knowledge: { ...base, gazetteer, baseRecord: () => ({ exchanges, readouts }) },
  }
}
