// The codebook's trigger words compiled for look-up: forms of verbs, nouns and the frames they open.
import type { Codebook, Frame } from '../knowledge/codebook.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { ExchangeKind } from './reading.ts'

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

/** A trigger: its dictionary form, what it opens, and the kind of exchange it signals. */
export interface Trigger {
  words: string
  frame: Frame
  kind: ExchangeKind
}

export interface Triggers {
  /** Lower-case form → its lemma and forms it may be; verbs that open a frame or carry one ("hold", "pay"). */
  verbForms: ReadonlyMap<string, { lemma: string; forms: VerbForm[] }>
  /** Verb lemma, with its particle where it has one ("sit down") → trigger. */
  verbs: ReadonlyMap<string, Trigger>
  /** Noun, singular as listed → trigger. */
  nouns: ReadonlyMap<string, Trigger>
}

const verbFrames = new Set<Frame>([
  'goes-there',
  'goes',
  'meets',
  'receives',
  'attends',
  'calls',
  'signs',
  'sends',
])

/** Verbs that carry a trigger noun ("held talks", "paid a visit", "called off his trip") or another verb ("plans to meet"). */
const carriers =
  `hold have conduct pay make take begin start open continue conclude wrap finish end complete lead attend undertake launch resume
cancel postpone shelve scrap delay defer suspend abandon drop skip scuttle put call deny reject refuse decline rule plan intend expect schedule
hope want wish agree arrange prepare propose offer invite ask urge announce confirm say tell report discuss accompany represent co-host cohost
look follow precede use seem appear need seek try fail mean happen occur do get give keep let help show leave reach bring brief inform
consider weigh mull float think believe speculate suggest envisage expect allow enable force decide vow promise pledge due slate set
be will would turn become remain find cut extend repay return mark celebrate commemorate include feature comprise follow focus cover last run wait fall become`.split(
    /\s+/,
  )

const irregular: Record<string, [past: string, participle: string]> = {
  meet: ['met', 'met'], see: ['saw', 'seen'], sit: ['sat', 'sat'], go: ['went', 'gone'], come: ['came', 'come'], fly: ['flew', 'flown'],
  hold: ['held', 'held'], have: ['had', 'had'], speak: ['spoke', 'spoken'], take: ['took', 'taken'], leave: ['left', 'left'],
  pay: ['paid', 'paid'], make: ['made', 'made'], send: ['sent', 'sent'], write: ['wrote', 'written'], ring: ['rang', 'rung'],
  set: ['set', 'set'], lead: ['led', 'led'], spend: ['spent', 'spent'], begin: ['began', 'begun'], put: ['put', 'put'],
  be: ['was', 'been'], bind: ['bound', 'bound'], say: ['said', 'said'], tell: ['told', 'told'], give: ['gave', 'given'],
  get: ['got', 'got'], think: ['thought', 'thought'], let: ['let', 'let'], show: ['showed', 'shown'], keep: ['kept', 'kept'],
  mean: ['meant', 'meant'], do: ['did', 'done'], become: ['became', 'become'], find: ['found', 'found'], cut: ['cut', 'cut'],
  shake: ['shook', 'shaken'], bring: ['brought', 'brought'], seek: ['sought', 'sought'], swing: ['swung', 'swung'], run: ['ran', 'run'],
  break: ['broke', 'broken'], stand: ['stood', 'stood'], eat: ['ate', 'eaten'], drink: ['drank', 'drunk'], drive: ['drove', 'driven'], sweep: ['swept', 'swept'],
  speed: ['sped', 'sped'], wind: ['wound', 'wound'], fall: ['fell', 'fallen'], undertake: ['undertook', 'undertaken'], withdraw: ['withdrew', 'withdrawn'], forgo: ['forwent', 'forgone'],
} // biome-ignore format: a table

const doubled = new Set([
  'stop',
  'plan',
  'drop',
  'skip',
  'slip',
  'nip',
  'pop',
  'sup',
  'wrap',
  'scrap',
  'cancel',
  'travel',
  'touchdown',
  'refer',
  'defer',
])

/** Regular and irregular forms: "travel" → travel, travels, travelled/traveled, travelling/traveling. */
function formsOf(lemma: string): [string, VerbForm[]][] {
  const stem = lemma.endsWith('e')
    ? lemma.slice(0, -1)
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}i`
      : lemma
  const last = lemma.at(-1)!
  const [past, participle] = irregular[lemma] ?? [`${stem}ed`, `${stem}ed`]
  const s = /(?:s|sh|ch|x|z|o)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${stem}es`
      : `${lemma}s`
  const ing =
    lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma) && lemma !== 'be' ? `${stem}ing` : `${lemma}ing`
  const forms: [string, VerbForm[]][] = [
    [lemma, ['base']],
    [s, ['s']],
    [ing, ['ing']],
  ]
  if (past === participle) forms.push([past, ['past', 'participle']])
  else forms.push([past, ['past']], [participle, ['participle']])
  if (/(?:set|put|cut|let|sit|begin|get|run|swing)$/.test(lemma) || doubled.has(lemma)) {
    forms.push([`${lemma}${last}ing`, ['ing']])
    if (!irregular[lemma]) forms.push([`${lemma}${last}ed`, ['past', 'participle']])
  }
  if (lemma === 'be')
    forms.push(
      ...(['is', 'are', 'am', 'were'] as const).map((form): [string, VerbForm[]] => [
        form,
        [form === 'were' ? 'past' : 's'],
      ]),
    )
  if (lemma === 'have') forms.push(['has', ['s']])
  return forms
}

const compiled = new WeakMap<Knowledge, Triggers>()

/** Compiles the codebook of `knowledge`, once. */
export function makeTriggers(knowledge: Knowledge): Triggers {
  const known = compiled.get(knowledge)
  if (known) return known
  const triggers = compile(knowledge.codebook)
  compiled.set(knowledge, triggers)
  return triggers
}

function compile(codebook: Codebook): Triggers {
  const [verbs, nouns] = [new Map<string, Trigger>(), new Map<string, Trigger>()]
  for (const entry of codebook) {
    for (const [frame, words] of Object.entries(entry.triggers) as [Frame, string[]][]) {
      for (const word of words) {
        const trigger: Trigger = { words: word, frame, kind: entry.kind }
        const target = verbFrames.has(frame) ? verbs : nouns
        if (!target.has(word)) target.set(word, trigger)
      }
    }
  }
  const verbForms = new Map<string, { lemma: string; forms: VerbForm[] }>()
  const lemmas = new Set([...carriers, ...[...verbs.keys()].map((words) => words.split(' ')[0]!)])
  for (const lemma of lemmas)
    for (const [form, forms] of formsOf(lemma)) addForm(verbForms, form, lemma, forms)
  return { verbForms, verbs, nouns }
}

function addForm(
  map: Map<string, { lemma: string; forms: VerbForm[] }>,
  form: string,
  lemma: string,
  forms: VerbForm[],
): void {
  const known = map.get(form)
  if (!known) map.set(form, { lemma, forms: [...forms] })
  else if (known.lemma === lemma) known.forms.push(...forms.filter((f) => !known.forms.includes(f)))
}
