// Texts that make a pattern try every way: made from the pattern itself, its repeated parts again and again and then a near miss.

/** A part of a pattern: one letter's worth, parts in a row, ways to choose from, or a part that may come many times. */
type Part =
  | { kind: 'letter'; source: string }
  | { kind: 'row'; parts: Part[] }
  | { kind: 'ways'; ways: Part[] }
  | { kind: 'many'; part: Part; least: number; most: number }
  | { kind: 'nothing' }

/** A pattern taken apart. What it looks ahead or behind for counts as there; what it must not find, and references back, as nothing. */
export function takeApart(source: string): Part {
  let at = 0
  const ways = (): Part => {
    const found: Part[] = [row()]
    while (source[at] === '|') {
      at++
      found.push(row())
    }
    return found.length === 1 ? found[0]! : { kind: 'ways', ways: found }
  }
  const row = (): Part => {
    const parts: Part[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(quantified(atom()))
    return { kind: 'row', parts }
  }
  const atom = (): Part => {
    const rest = source.slice(at)
    if (rest[0] === '(') return group(rest)
    if (rest[0] === '[') return letter(classLength(rest))
    const escaped =
      /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|c[A-Za-z]|[1-9]\d*|[\s\S])/.exec(
        rest,
      )
    if (escaped) {
      at += escaped[0].length
      return /^\\(?:[bBk]|[1-9])/.test(escaped[0])
        ? { kind: 'nothing' }
        : { kind: 'letter', source: escaped[0] }
    }
    if (rest[0] === '^' || rest[0] === '$') {
      at++
      return { kind: 'nothing' }
    }
    return letter(String.fromCodePoint(rest.codePointAt(0)!).length)
  }
  const letter = (length: number): Part => {
    at += length
    return { kind: 'letter', source: source.slice(at - length, at) }
  }
  const group = (rest: string): Part => {
    const open = /^\((?:\?(?:<?[=!]|:|<[^>]*>|[ims-]*:))?/.exec(rest)![0]
    at += open.length
    const inside = ways()
    at++
    return open.endsWith('!') ? { kind: 'nothing' } : inside
  }
  const quantified = (part: Part): Part => {
    const told = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at))
    if (!told) return part
    at += told[0].length
    const [, sign, least, comma, most] = told
    const [from, to] = sign
      ? { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[sign]!
      : [Number(least), most ? Number(most) : comma ? Infinity : Number(least)]
    return { kind: 'many', part, least: from!, most: to! }
  }
  return ways()
}

/** How long the class at the start is, with the classes inside it that the v flag allows. */
function classLength(rest: string): number {
  let depth = 0
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === '\\') i++
    else if (rest[i] === '[' && (i === 0 || /[[&-]/.test(rest[i - 1]!))) depth++
    else if (rest[i] === ']' && --depth <= 0) return i + 1
  }
  return rest.length
}

const tried = [
  'a',
  'A',
  '0',
  ' ',
  '.',
  '-',
  ',',
  '"',
  '\n',
  '<',
  '/',
  'é',
  '“',
  '\u2019',
  '\u2014',
  '李',
  ..."bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ123456789!#$%&()*+:;=>?@[]^_`{|}~\\'\t\r\0\u00a0\u200b\ufeff\ud800",
]
const lettersOf = new Map<string, string[]>()

/** Up to four letters that a letter's worth of pattern takes. */
function letters(source: string, flags: string): string[] {
  const key = `${flags} ${source}`
  let found = lettersOf.get(key)
  if (!found) {
    const one = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''))
    found = tried.filter((letter) => one.test(letter)).slice(0, 4)
    for (let code = 0x80; found.length === 0 && code < 0xffff; code++)
      if (one.test(String.fromCharCode(code))) found.push(String.fromCharCode(code))
    lettersOf.set(key, found)
  }
  return found
}

/** A text that the part takes; `way` chooses among letters and ways. */
function sample(part: Part, flags: string, way: number, again = 1): string {
  if (part.kind === 'letter') {
    const some = letters(part.source, flags)
    return some[way % Math.max(some.length, 1)] ?? ''
  }
  if (part.kind === 'row') return part.parts.map((one) => sample(one, flags, way, again)).join('')
  if (part.kind === 'ways') return sample(part.ways[way % part.ways.length]!, flags, way, again)
  if (part.kind === 'many')
    return sample(part.part, flags, way, again).repeat(
      Math.max(Math.min(part.least, 20), Math.min(again, part.most)),
    )
  return ''
}

/** The repeated parts, each with what must come before it and what may come after. */
function* repeats(
  part: Part,
  flags: string,
  before: string,
  after: string,
): Generator<{ before: string; part: Part; after: string }> {
  if (part.kind === 'many') {
    if (part.most > 8) yield { before, part: part.part, after }
    yield* repeats(part.part, flags, before, after)
  }
  if (part.kind === 'ways')
    for (const way of part.ways.slice(0, 12)) yield* repeats(way, flags, before, after)
  if (part.kind !== 'row') return
  for (const [i, one] of part.parts.entries()) {
    const row = (parts: Part[]): string => sample({ kind: 'row', parts }, flags, 0, 0)
    yield* repeats(one, flags, before + row(part.parts.slice(0, i)), row(part.parts.slice(i + 1)) + after)
  }
}

/** Something to repeat between a beginning and an end. */
export interface Attack {
  start: string
  pump: string
  end: string
}

/** Attacks on a pattern, at most 120; none where it repeats nothing. */
export function attacksOn({ source, flags }: { source: string; flags: string }): Attack[] {
  const whole = takeApart(source)
  const found = new Map<string, Attack>()
  const add = (start: string, pump: string, end: string): void => {
    if (pump && found.size < 120) found.set(JSON.stringify([start, pump, end]), { start, pump, end })
  }
  for (const { before, part, after } of repeats(whole, flags, '', '')) {
    const pumps = new Set([0, 1, 2, 3].map((way) => sample(part, flags, way)))
    for (const pump of pumps)
      for (const end of ['', '\0', `${after.slice(0, -1)}\0`]) {
        add(before, pump, end)
        add('', pump, end)
        add('', before + pump, end)
        // What follows may take the same letters: the two share them out in every way.
        add('', before + pump + after.slice(0, -1), end)
      }
  }
  return [...found.values()]
}

/** The attack at about `length` letters. */
export const attackText = ({ start, pump, end }: Attack, length: number): string =>
  start + pump.repeat(Math.ceil(length / pump.length)) + end
