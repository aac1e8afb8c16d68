// JSON-LD: exchanges as schema.org events, their sources as PROV-O derivations, the words as Web Annotations.
import type { SliceExchange, SliceSource } from '../record/slice.ts'
import type { ExportFormat } from './format.ts'

const context = {
  '@vocab': 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  chancery: 'urn:chancery:',
}
const statusOf: Record<string, string> = {
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
  announced: 'https://schema.org/EventScheduled',
  occurred: 'https://schema.org/EventScheduled',
  ongoing: 'https://schema.org/EventScheduled',
}

export const jsonLd: ExportFormat = {
  name: 'jsonld',
  title: 'JSON-LD (schema.org, PROV-O, Web Annotation)',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  loses: [
    'values that are not shown',
    'the difference of possible, denied and occurred in schema.org terms (kept as chancery:status)',
  ],
  async *write(slice) {
    yield `{"@context":${JSON.stringify(context)},"@graph":[`
    let separator = '\n'
    for await (const exchange of slice.exchanges()) {
      yield separator + JSON.stringify(eventNode(exchange))
      separator = ',\n'
    }
    yield '\n]}\n'
  },
}

const eventNode = (x: SliceExchange): object => ({
  '@id': `chancery:exchange/${encodeURIComponent(x.id)}`,
  '@type': ['Event', 'prov:Entity'],
  'chancery:kind': x.kind,
  'chancery:status': x.status,
  'chancery:edtf': x.occurredOn,
  'chancery:confirmed': x.confirmed,
  ...(statusOf[x.status] ? { eventStatus: { '@id': statusOf[x.status] } } : {}),
  ...(x.earliest ? { startDate: x.earliest } : {}),
  ...(x.latest ? { endDate: x.latest } : {}),
  ...(x.place || x.host
    ? { location: { '@type': 'Place', name: x.place ?? x.host, addressCountry: x.host } }
    : {}),
  ...(x.partOf ? { superEvent: { '@id': `chancery:exchange/${encodeURIComponent(x.partOf)}` } } : {}),
  attendee: x.participants.map((p) => ({
    '@type': p.person || p.name ? 'Person' : 'Organization',
    ...(p.person ? { '@id': `chancery:person/${encodeURIComponent(p.person)}` } : {}),
    name: p.name ?? p.organization ?? p.office,
    ...(p.nativeName ? { alternateName: p.nativeName } : {}),
    ...(p.office ? { jobTitle: p.office } : {}),
    'chancery:role': p.role,
    'chancery:state': p.state,
    'chancery:level': p.level,
  })),
  'prov:wasDerivedFrom': x.sources.map(sourceNode),
})

/** A source; with its words, a Web Annotation over it. */
const sourceNode = (s: SliceSource): object => {
  const source = s.url ?? `chancery:document/${s.documentId}`
  if (s.exact === null) return { '@id': source }
  return {
    '@type': 'oa:Annotation',
    'oa:hasTarget': {
      'oa:hasSource': { '@id': source },
      'oa:hasSelector': [
        { '@type': 'oa:TextQuoteSelector', 'oa:exact': s.exact },
        { '@type': 'oa:TextPositionSelector', 'oa:start': s.start, 'oa:end': s.end },
      ],
      'chancery:textHash': s.textHash,
    },
  }
}
