// Changes of the record as Atom and as JSON Feed: the exchanges of a slice, newest first.
import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import type { SliceExchange } from '../record/slice.ts'
import { collect, type ExportFormat } from './format.ts'
import { summaryOf } from './icalendar.ts'

/** What a reader keeps: the latest changes. */
const LENGTH = 100
const loses = [`all but the ${LENGTH} last recorded`, 'participants, but for the title line']

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
const urn = (id: string): string => `urn:chancery:exchange:${encodeURIComponent(id)}`

export const atom: ExportFormat = {
  name: 'atom',
  title: 'Atom feed of what was last recorded',
  extension: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  loses,
  async *write(slice) {
    const items = await latest(slice.exchanges())
    yield generateAtomFeed({
      id: 'urn:chancery:changes',
      title: { value: 'Chancery: changes of the record' },
      updated: new Date(items[0]?.knownFrom ?? slice.asKnownOn),
      authors: [{ name: 'Chancery' }],
      entries: items.map((x) => ({
        id: urn(x.id),
        title: { value: summaryOf(x) },
        updated: new Date(x.knownFrom),
        summary: { value: describe(x) },
      })),
    })
  },
}

export const jsonFeed: ExportFormat = {
  name: 'jsonfeed',
  title: 'JSON Feed of what was last recorded',
  extension: 'feed.json',
  mediaType: 'application/feed+json',
  loses,
  async *write(slice) {
    const items = await latest(slice.exchanges())
    yield `${JSON.stringify(
      generateJsonFeed({
        title: 'Chancery: changes of the record',
        items: items.map((x) => ({
          id: urn(x.id),
          title: summaryOf(x),
          content_text: describe(x),
          date_modified: new Date(x.knownFrom),
        })),
      }),
    )}\n`
  },
}
