// Who deals with whom as a graph: states as nodes, exchanges as edges; GraphML, and GEXF with time for Gephi's timeline.
import type { SliceExchange } from '../record/slice.ts'
import type { ExportFormat } from './format.ts'

interface Edge {
  id: string
  source: string
  target: string
  exchange: SliceExchange
}

/** One edge a pair of states of an exchange: from each guest to the host where there is one. */
function edgesOf(x: SliceExchange): Edge[] {
  const others = x.states.filter((state) => state !== x.host)
  if (x.host && others.length)
    return others.map((source) => ({ id: `${x.id}:${source}`, source, target: x.host!, exchange: x }))
  return x.states.flatMap((source, i) =>
    x.states
      .slice(i + 1)
      .map((target) => ({ id: `${x.id}:${source}-${target}`, source, target, exchange: x })),
  )
}

/** Text safe inside an XML attribute or element; control characters that XML 1.0 forbids are dropped. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const loses = [
  'people, offices and levels of participants (the best level stays on the edge)',
  'sources',
  'exchanges of one state only',
]

export const graphml: ExportFormat = {
  name: 'graphml',
  title: 'GraphML, states and their exchanges',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  loses,
  async *write(slice) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="name" for="node" attr.name="name" attr.type="string"/>\n'
    for (const key of ['kind', 'status', 'date', 'earliest', 'latest'])
      yield `<key id="${key}" for="edge" attr.name="${key}" attr.type="string"/>\n`
    yield '<key id="level" for="edge" attr.name="level" attr.type="int"/>\n<graph edgedefault="directed">\n'
    for (const state of (await slice.references()).states)
      yield `<node id="${state.id}"><data key="name">${xml(state.name)}</data></node>\n`
    for await (const x of slice.exchanges()) for (const edge of edgesOf(x)) yield graphmlEdge(edge)
    yield '</graph>\n</graphml>\n'
  },
}

function graphmlEdge({ id, source, target, exchange: x }: Edge): string {
  const values = {
    kind: x.kind,
    status: x.status,
    date: x.occurredOn,
    earliest: x.earliest,
    latest: x.latest,
    level: x.level,
  }
  const data = Object.entries(values).map(([key, value]) =>
    value === null ? '' : `<data key="${key}">${xml(String(value))}</data>`,
  )
  return `<edge id="${xml(id)}" source="${source}" target="${target}">${data.join('')}</edge>\n`
}

export const gexf: ExportFormat = {
  name: 'gexf',
  title: 'GEXF with time, states and their exchanges',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  loses,
  async *write(slice) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n<attributes class="edge"><attribute id="kind" title="kind" type="string"/>'
    yield '<attribute id="status" title="status" type="string"/><attribute id="level" title="level" type="integer"/></attributes>\n<nodes>\n'
    for (const state of (await slice.references()).states)
      yield `<node id="${state.id}" label="${xml(state.name)}"/>\n`
    yield '</nodes>\n<edges>\n'
    for await (const x of slice.exchanges()) for (const edge of edgesOf(x)) yield gexfEdge(edge)
    yield '</edges>\n</graph>\n</gexf>\n'
  },
}

function gexfEdge({ id, source, target, exchange: x }: Edge): string {
  const time = `${x.earliest ? ` start="${x.earliest}"` : ''}${x.latest ? ` end="${x.latest}"` : ''}`
  const level = x.level === null ? '' : `<attvalue for="level" value="${x.level}"/>`
  return `<edge id="${xml(id)}" source="${source}" target="${target}"${time}><attvalues><attvalue for="kind" value="${x.kind}"/><attvalue for="status" value="${x.status}"/>${level}</attvalues></edge>\n`
}
