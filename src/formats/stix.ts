// STIX 2.1 bundle: people and states as identities, each exchange as a report over them. Ids are UUIDv5-like hashes, so that two exports agree.
import { createHash } from 'node:crypto'
import type { SliceExchange } from '../record/slice.ts'
import { type ExportFormat, printJson } from './format.ts'
import { summaryOf } from './icalendar.ts'

/** A name-based UUID (RFC 9562, version 5 layout) of `name`. */
function nameUuid(name: string): string {
  const bytes = createHash('sha1').update('chancery ').update(name).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
const instant = (iso: string): string => new Date(iso).toISOString()

export const stix: ExportFormat = {
  name: 'stix',
  title: 'STIX 2.1 report bundle',
  extension: 'stix.json',
  mediaType: 'application/stix+json;version=2.1',
  loses: [
    'dates other than the first day (kept in the description)',
    'offices, levels and roles (kept in the description)',
    'undated exchanges take the instant they were recorded',
  ],
  async *write(slice) {
    const objects = new Map<string, object>()
    const at = instant(slice.asKnownOn)
    const identity = (key: string, name: string, kind: string): string => {
      const id = `identity--${nameUuid(key)}`
      objects.set(id, {
        type: 'identity',
        spec_version: '2.1',
        id,
        created: at,
        modified: at,
        name,
        identity_class: kind,
      })
      return id
    }
    for await (const x of slice.exchanges()) {
      const refs = [
        ...x.states.map((state) => identity(`state ${state}`, state, 'group')),
        ...x.participants.flatMap((p) =>
          p.person && p.name ? [identity(`person ${p.person}`, p.name, 'individual')] : [],
        ),
      ]
      // A report must point at something.
      if (refs.length) objects.set(x.id, report(x, [...new Set(refs)], at))
    }
    yield printJson({
      type: 'bundle',
      id: `bundle--${nameUuid(slice.asKnownOn)}`,
      objects: [...objects.values()],
    })
  },
}

const report = (x: SliceExchange, refs: string[], at: string): object => ({
  type: 'report',
  spec_version: '2.1',
  id: `report--${nameUuid(`exchange ${x.id}`)}`,
  created: at,
  modified: at,
  name: summaryOf(x),
  description: [
    `${x.kind}, ${x.status}, ${x.occurredOn ?? 'undated'}${x.confirmed ? '' : ', unconfirmed'}`,
    ...x.participants.map(
      (p) =>
        `${p.name ?? p.organization ?? '?'} (${[p.state, p.office, p.role, p.level && `level ${p.level}`].filter(Boolean).join(', ')})`,
    ),
  ].join('\n'),
  published: instant(x.earliest ? `${x.earliest}T00:00:00Z` : x.knownFrom),
  object_refs: refs,
  external_references: x.sources.flatMap((s) =>
    s.url ? [{ source_name: s.publisher ?? 'source', url: s.url }] : [],
  ),
})
