// Turns of phrase, as data: verbs, what stands behind them, and what they tell. In a pattern N is people, L a place, T a time.
import type { ExchangeKind } from '../reading.ts'

export interface Idiom {
  /** What stands behind the verb; the first group is whom or where it leads to. */
  pattern: RegExp
  kind: Extract<ExchangeKind, 'meeting' | 'call' | 'visit'>
  /** Who is at home in it; null: nobody is said to be. */
  host: 'subject' | 'object' | null
  passive: boolean | 'either'
  /** How the rule is named: "had words with". */
  label: string
}

const filled = (pattern: string): RegExp =>
  // ~: up to five words of any kind that are no names; MEAL, SPAN, LINE, CALL: nouns that the phrase turns on
  new RegExp(
    `^${pattern}`
      .replaceAll('~', "(?:(?:[a-z'’-]+|[0-9]+|T) ){0,5}?")
      .replaceAll('MEAL', '(?:lunch|luncheon|dinner|supper|breakfast|tea|coffee|banquet|drinks|meal|iftar)')
      .replaceAll('SPAN', '(?:time|hours?|half-hour|half-an-hour|minutes?|audience|hearing|moment)')
      .replaceAll('LINE', '(?:phone|telephone|line|hotline)')
      .replaceAll('CALL', '(?:call|phone call|telephone call|video call|conversation)'),
    'd',
  )

type Told = Partial<Pick<Idiom, 'host' | 'passive'>>

const told = (verbs: string, kind: Idiom['kind'], pattern: string, rest: Told = {}): [string, Idiom][] =>
  verbs.split(' ').map((verb) => [
    verb,
    { pattern: filled(pattern), kind, host: null, passive: false, label: `${verb} ${pattern.replace(/[^a-zA-Z ]|~/g, '')}`.replace(/\s+/g, ' ').trim(), ...rest },
  ]) // biome-ignore format: one record

const table: [string, Idiom][] = [
  // "shook hands with", "compared notes with", "broke bread with", "shared a table with"
  ...told('shake', 'meeting', '~hands? ~with (N)'),
  ...told('compare', 'meeting', '~notes? ~with (N)'),
  ...told('break', 'meeting', 'bread ~with (N)'),
  ...told('touch', 'meeting', 'base ~with (N)'),
  ...told('share', 'meeting', '~(?:MEAL|table|sofa|car|drink|stage|platform|podium) ~with (N)'),
  ...told(
    'exchange trade swap',
    'meeting',
    '~(?:words?|views?|pleasantries|handshakes?|gifts?|jokes?|ideas?) ~with (N)',
  ),
  // "had a quiet word with", "took tea with", "got a hearing from"
  ...told(
    'have take eat drink get snatch grab hold enjoy',
    'meeting',
    '~(?:words?|chat|exchange|tete-a-tete|one-on-one|sit-down|session|handshake|MEAL) ~(?:with|alongside) (N)',
  ),
  ...told('get win secure obtain', 'meeting', '~SPAN ~with (N)'),
  ...told('spend', 'meeting', '~SPAN ~with (N)'),
  ...told('do', 'meeting', 'with ~SPAN ~(?:with|opposite) (N)'),
  ...told('make', 'meeting', 'do with ~SPAN ~(?:with|opposite) (N)'),
  // "found half an hour for", "cleared an afternoon for"
  ...told(
    'find make spare carve set clear reserve',
    'meeting',
    '~(?:SPAN|room|space|afternoon|morning|evening) ~(?:aside |out )?for (N)',
  ),
  ...told('take draw pull call', 'meeting', '(N) (?:, L ,? ?)?(?:aside|to one side)'),
  ...told('take draw pull', 'meeting', 'aside (N)'),
  ...told('run bump stumble', 'meeting', 'into (N)'),
  ...told('catch', 'meeting', 'up ~with (N)'),
  ...told('come', 'meeting', 'face to face ~with (N)'),
  ...told(
    'sit stand be seat',
    'meeting',
    '~(?:opposite|across from|across ~table from|face to face with|side by side with|at (?:the|one) table with|closeted with) (N)',
    { passive: 'either' },
  ),
  ...told('closet', 'meeting', '~with (N)', { passive: 'either' }),
  ...told('walk stroll pray', 'meeting', '~with (N)'),
  ...told('face confront embrace hug', 'meeting', '~(?:each other|one another)'),
  ...told('buttonhole corner waylay collar embrace hug', 'meeting', '(N)'),
  // "dropped in on", "paid his respects to", "paid a call on"
  ...told('look drop call pop', 'meeting', 'in on (N)', { host: 'object' }),
  ...told('pay', 'meeting', '~(?:call|respects|compliments) ~(?:on|to) (N)', { host: 'object' }),
  ...told('receive accept', 'meeting', '~credentials ~(?:of|from) (N)', { host: 'subject' }),
  ...told('present', 'meeting', '~credentials ~to (N)', { host: 'object' }),
  // "had the premier to dinner", "gave him lunch", "rolled out the red carpet for"
  ...told('have', 'meeting', '(N) ~(?:to|over for|round for|in for|for) ~MEAL', { host: 'subject' }),
  ...told('give offer serve grant', 'meeting', '(N) ~(?:MEAL|SPAN)', { host: 'subject' }),
  ...told('give throw lay host hold', 'meeting', '~MEAL ~(?:for|in honou?r of) (N)', { host: 'subject' }),
  ...told('join', 'meeting', '(N) (?:T )?(?:in|at|on) L'),
  ...told('join', 'meeting', '(N) ~(?:for|at) ~(?:MEAL|table|talks)'),
  ...told('roll', 'visit', 'out ~carpet ~for (N)', { host: 'subject' }),
  ...told('lay', 'visit', 'on ~for (N)', { host: 'subject' }),
  ...told('be play', 'visit', '~host ~to (N)', { host: 'subject' }),
  ...told('give grant offer', 'meeting', '~(?:MEAL|SPAN) ~by (N)', { host: 'object', passive: true }),
  // "took a call from", "was on the telephone to", "got her on the line", "picked up the phone to"
  ...told('take receive get field have accept', 'call', '~CALL ~from (N)'),
  ...told('take answer field', 'call', '(?:[SL] (?:\'s|’s) )?(N) (?:\'s|’s|\'|’) CALL'),
  ...told('be get', 'call', '~on ~the LINE ~(?:to|with) (N)'),
  ...told('get have reach catch', 'call', '(N) (?:on|by|over) ~LINE'),
  ...told('get', 'call', 'through ~to (N)'),
  ...told('pick', 'call', '(?:up )?~the LINE ~to (N)'),
  ...told('put place make', 'call', '~(?:CALL|through) ~(?:to|through to) (N)'),
  ...told('telephone phone ring call', 'call', '~by (N)', { passive: true }),
  // "set foot in", "paid Ellion a visit", "boarded a plane to"
  ...told('set', 'visit', 'foot ~(?:in|on) (L)'),
  ...told('pay', 'visit', '(L) ~visit'),
  ...told('board catch take', 'visit', '~(?:plane|flight|jet|train|aircraft) ~(?:to|for) (L)'),
  ...told('make', 'visit', '~(?:way|appearance) ~(?:to|in|into|at) (L)'),
  ...told('be', 'visit', "(L) (?:'s|’s|'|’) ~guests?(?= )"),
  ...told('put', 'visit', 'in (?:an )?appearance ~(?:in|at) (L)'),
] // biome-ignore format: a table

/** Turns of phrase by the verb that opens them. */
export const idiomsOf: ReadonlyMap<string, Idiom[]> = (() => {
  const found = new Map<string, Idiom[]>()
  for (const [verb, one] of table) found.set(verb, [...(found.get(verb) ?? []), one])
  return found
})()
