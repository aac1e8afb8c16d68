// What was last recorded as Atom and as JSON Feed: the exchanges of a slice, newest first.
import type { SliceExchange } from '../record/slice.ts'
import { type FeedKind, feedTypes, writeFeed } from './feed.ts'
import { collect, type ExportFormat } from './format.ts'
import { summaryOf } from './icalendar.ts'

/** What a reader keeps: the latest changes. */
const LENGTH = 100

const latest = async (exchanges: AsyncIterable<SliceExchange>): Promise<SliceExchange[]> =>
  (await collect(exchanges))
    .sort((a, b) => (a.knownFrom < b.knownFrom ? 1 : a.knownFrom > b.knownFrom ? -1 : a.id < b.id ? 1 : -1))
    .slice(0, LENGTH)

const describe = (x: SliceExchange): string =>
  [
    `${x.kind}, ${x.status}, ${x.occurredOn ?? 'undated'}${x.confirmed ? '' : ', unconfirmed'}.`,
    ...x.sources.map((s) => s.exact ?? s.url ?? ''),
  ]
    .join(' ')
    .trim()

/** Names an exchange to feed readers. */
export const urnOf = (id: string): string => `urn:chancery:exchange:${encodeURIComponent(id)}`

const format = (kind: FeedKind, about: Pick<ExportFormat, 'name' | 'title' | 'extension'>): ExportFormat => ({
  ...about,
  mediaType: feedTypes[kind],
  loses: [`all but the ${LENGTH} last recorded`, 'participants, but for the title line'],
  async *write(slice) {
    const entries = (await latest(slice.exchanges())).map((x) => ({
      id: urnOf(x.id),
      title: summaryOf(x),
      text: describe(x),
      at: x.knownFrom,
      url: null,
    }))
    const about = { id: 'urn:chancery:changes', title: 'Chancery: changes of the record', address: null }
    yield writeFeed(kind, { ...about, entries }, slice.asKnownOn)
  },
})

export const atom = format('atom', {
  name: 'atom',
  title: 'Atom feed of what was last recorded',
  extension: 'atom',
})

export const jsonFeed = format('json', {
  name: 'jsonfeed',
  title: 'JSON Feed of what was last recorded',
  extension: 'feed.json',
})
