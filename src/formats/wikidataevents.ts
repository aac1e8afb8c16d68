// Wikidata's events: significant events (P793) of people, and items that are visits, meetings, summits or talks themselves.
import type { ImportedExchange, ImportedParticipant } from './imported.ts'
import { itemId, type WikidataItem, type WikidataSnak, wikidataDay } from './wikidatavalues.ts'

interface Names {
  label(id: string): string | null
  state(name: string | null): string | null
  /** Label of the state a person is a citizen of. */
  citizenship(id: string): string | null
}
type Snaks = Record<string, WikidataSnak[] | undefined>

// What the label of an event or of its class must name. A wedding or an assassination attempt is no exchange.
const kinds: [RegExp, string][] = [
  [/\bsummit\b/i, 'summit'],
  [/\b(state|official|working|papal)? ?visit\b|\btrip\b/i, 'visit'],
  [/\b(talks|negotiations?|conference)\b/i, 'talks'],
  [/\bmeeting\b/i, 'meeting'],
  [/\b(telephone|phone) call\b/i, 'call'],
  [/\b(treaty|agreement) signing\b|\bsigning of\b/i, 'agreement'],
]
const kindOf = (words: string): string | null => kinds.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** The exchanges an item tells of, or why one could not be read. */
export function wikidataEvents(item: WikidataItem, row: number, names: Names): (ImportedExchange | string)[] {
  const own = ownEvent(item, row, names)
  return [...(own ? [own] : []), ...significantEvents(item, row, names)]
}

/** An item whose class names an exchange and that has participants (P710). */
function ownEvent(item: WikidataItem, row: number, names: Names): ImportedExchange | string | null {
  const snaks: Snaks = Object.fromEntries(
    Object.entries(item.claims ?? {}).map(([property, claims]) => [
      property,
      claims?.map((claim) => claim.mainsnak),
    ]),
  )
  const title = item.labels?.en?.value ?? ''
  const classes = (snaks.P31 ?? []).map((snak) => names.label(itemId(snak)) ?? '')
  const kind = snaks.P710 ? kindOf([...classes, title].join(' ')) : null
  if (!kind) return null
  return exchangeOf(
    { id: item.id, row, kind, title, snaks, people: snaks.P710!, source: { item: item.id } },
    names,
  )
}

function* significantEvents(
  item: WikidataItem,
  row: number,
  names: Names,
): Generator<ImportedExchange | string> {
  for (const claim of item.claims?.P793 ?? []) {
    const event = itemId(claim.mainsnak)
    const title = names.label(event)
    if (!title) {
      yield `${item.id}: the significant event ${event || '?'} (or its English label) is not in the file`
      continue
    }
    const kind = kindOf(title)
    const snaks: Snaks = claim.qualifiers ?? {}
    if (!kind) yield `${item.id}: "${title}" is no kind of exchange`
    else {
      const people = [{ datavalue: { value: { id: item.id } } }, ...(snaks.P710 ?? [])]
      const id = `${item.id}:${event}:${wikidataDay(snaks.P585?.[0] ?? snaks.P580?.[0]) ?? ''}`
      yield exchangeOf({ id, row, kind, title, snaks, people, source: { item: item.id, claim } }, names)
    }
  }
}

interface Told {
  id: string
  row: number
  kind: string
  title: string
  snaks: Snaks
  people: WikidataSnak[]
  source: Record<string, unknown>
}

function exchangeOf({ id, row, kind, title, snaks, people, source }: Told, names: Names): ImportedExchange {
  const { P585, P580, P582, P276, P17, P973 } = snaks
  const host = names.state(names.label(itemId(P17?.[0])))
  const [from, to] = [wikidataDay(P585?.[0] ?? P580?.[0]), wikidataDay(P582?.[0])]
  return {
    row,
    id,
    kind,
    grade:
      kind === 'visit' ? (/\b(state|official|working)\b/i.exec(title)?.[1]?.toLowerCase() ?? null) : null,
    status: 'occurred',
    date: from && to && to > from ? `${from}/${to}` : from,
    place: names.label(itemId(P276?.[0])),
    host,
    occasion: title || null,
    note: null,
    participants: people.flatMap((snak) => participantOf(itemId(snak), kind, host, names)),
    sources: (P973 ?? []).flatMap((snak) =>
      typeof snak.datavalue?.value === 'string' ? [snak.datavalue.value] : [],
    ),
    source,
  }
}

/** A participant that is a state stands for the state; anybody else by the label. Who went to the host of a visit is the visitor. */
function participantOf(id: string, kind: string, host: string | null, names: Names): ImportedParticipant[] {
  const label = names.label(id)
  if (!label) return []
  const self = names.state(label)
  const state = self ?? names.state(names.citizenship(id))
  const role = kind !== 'visit' ? 'participant' : state === host ? 'host' : 'visitor'
  return [{ name: self ? null : label, state, organization: null, office: null, level: null, role }]
}
