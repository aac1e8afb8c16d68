// Seats: a state has one president or one king, one foreign minister. Tells whose official somebody is not.
import type { Draft } from './draft.ts'
import { heldOn } from './linking-gazetteer.ts'
import type { Cluster } from './linking-people.ts'
import { scanOf } from './names-scan.ts'
import type { Office } from './offices.ts'

/** The seats of the states of one text and who holds them, as far as the words say whose official somebody is. */
export class Seats {
  private readonly holders = new Map<string, Cluster>()
  private readonly monarchies: ReadonlySet<string>

  constructor(draft: Draft, clusters: Cluster[]) {
    const { states } = draft.knowledge.gazetteer
    this.monarchies = new Set(states.filter(({ monarchy }) => monarchy).map(({ id }) => id))
    for (const cluster of clusters)
      if (cluster.state !== null)
        for (const seat of [...seatsOf(cluster), ...knownSeats(draft, cluster)])
          this.holders.set(`${cluster.state} ${seat}`, cluster)
  }

  /** Whether `state` has such a seat at all: no kingdom has a president, no republic a king. */
  has(state: string, cluster: Cluster): boolean {
    const titles = officesOf(cluster).flatMap((office) => office.titles.map(({ id }) => id))
    return this.monarchies.has(state)
      ? !titles.includes('president')
      : !titles.some((title) => CROWNS.test(title))
  }

  /** Whether nobody else in the text holds in `state` what this one is called: the second president named is likely another state's. */
  isFree(state: string, cluster: Cluster): boolean {
    return seatsOf(cluster).every((seat) => {
      const holder = this.holders.get(`${state} ${seat}`)
      return holder === undefined || holder === cluster
    })
  }
}

/** What the gazetteer knows somebody to lead on the day of the text. */
const knownSeats = (draft: Draft, { person }: Cluster): string[] =>
  person === null
    ? []
    : heldOn(scanOf(draft).names, person, draft.publishedOn).flatMap(({ office: { level } }) =>
        level === 1 ? ['head-of-state'] : level === 2 ? ['head-of-government'] : [],
      )

const CROWNS = /^(?:king|queen|emperor|empress|sultan|grand duke)$/
const SEATS =
  /^(?:head-of-state|head-of-government|foreign-minister|defense-minister|vice-president|national-security-adviser)$/

/** What somebody is, not what they were or whose deputy they are. */
const officesOf = ({ namings }: Cluster): Office[] =>
  namings
    .flatMap(({ offices }) => offices)
    .filter(({ plural, words }) => !plural && !/^(?:former|ex|deputy|vice)\b/i.test(words))

const seatsOf = (cluster: Cluster): string[] => [
  ...new Set(
    officesOf(cluster)
      .flatMap(({ titles }) => titles.map((title) => title.class))
      .filter((title) => SEATS.test(title)),
  ),
]
