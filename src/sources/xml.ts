// XML as a run of tags and words, read once from front to back: any depth, linear time, no entity but the five and numbers.

export interface XmlTag {
  kind: 'open' | 'close'
  /** As written, with its prefix: "w:p". */
  name: string
  /** Attributes of an opening tag, by their written names. */
  attributes: Record<string, string>
}
export type XmlPart = XmlTag | { kind: 'text'; text: string }

// What starts with these and ends with those is no tag; the words of CDATA are text.
const asides: [opens: string, closes: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/** The parts of `xml` in order. A tag that closes itself gives both. Ends where the text is cut off within a tag. */
export function* xmlParts(xml: string): Generator<XmlPart> {
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at)
    if (tag !== at) yield { kind: 'text', text: plainText(xml.slice(at, tag < 0 ? xml.length : tag)) }
    if (tag < 0) return
    const [opens, closes] = asides.find(([start]) => xml.startsWith(start, tag)) ?? ['<', '>']
    const end = xml.indexOf(closes, tag + opens.length)
    if (end < 0) return
    const inner = xml.slice(tag + opens.length, end)
    if (opens === '<![CDATA[') yield { kind: 'text', text: inner }
    else if (opens === '<') yield* tagsOf(inner)
    at = end + closes.length
  }
}

function* tagsOf(inner: string): Generator<XmlTag> {
  const name = /^\/?([\w:.-]+)/.exec(inner)?.[1]
  if (!name) return
  if (inner.startsWith('/')) return yield { kind: 'close', name, attributes: {} }
  yield { kind: 'open', name, attributes: attributesOf(inner.slice(name.length)) }
  if (inner.endsWith('/')) yield { kind: 'close', name, attributes: {} }
}

const attributesOf = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name, double, single]) => [name!, plainText(double ?? single ?? '')],
    ),
  )

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plainText = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,6}));/gi, (whole, decimal, hex, name: string) => {
    if (name) return entities[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
