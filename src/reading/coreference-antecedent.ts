// Who an unnamed office or a pronoun of one person stands for.
import { registerOf } from './coreference-register.ts'
import type { Draft } from './draft.ts'
import { heldOn } from './linking-gazetteer.ts'
import { type Naming, namings } from './mentions.ts'
import { scanOf } from './names-scan.ts'
import type { Office } from './offices.ts'

/** A person heard of so far: the entity, the mention's naming and its sentence. */
export interface Heard {
  entity: number
  naming: Naming
  sentence: number
}

/** The entity that an office without a name stands for; -1 when none fits. Named later counts when nothing before fits. */
export function findAntecedent(draft: Draft, naming: Naming, heard: Heard[], side: string | null): number {
  const office = naming.offices[0]!
  if (office.determiner === 'a' || office.determiner === 'an') return -1
  const before = pick(
    draft,
    naming,
    recent(heard).filter((index) => !isDoer(draft, naming, heard, index)),
    side,
  )
  return before !== -1 ? before : pick(draft, naming, registerOf(draft).people(), side)
}

/** "Tamm will lunch with the new president": who does it to "the president" is somebody else. */
const isDoer = (draft: Draft, naming: Naming, heard: Heard[], entity: number): boolean => {
  const { tokens } = draft.analysis
  const { first } = naming.mention
  if (!/^(?:with|to|by)$/.test(tokens[first - 1]?.text.toLowerCase() ?? '') || naming.state !== null)
    return false
  const { sentence } = scanOf(draft).atoms[naming.first]!
  return heard.find((one) => one.sentence === sentence)?.entity === entity
}

/** The people heard of last, nearest first. */
function recent(heard: Heard[]): number[] {
  const order = new Set<number>()
  for (let i = heard.length - 1; i >= 0 && i > heard.length - 300; i--) order.add(heard[i]!.entity)
  return [...order]
}

/** The nearest of `order` whose titles and state fit; with no state in the words the document's side is preferred. */
function pick(draft: Draft, naming: Naming, order: number[], side: string | null): number {
  const office = naming.offices[0]!
  const fitting = [...new Set(order)].filter((index) => {
    const entity = draft.entities[index]!
    if (naming.state !== null && entity.state !== naming.state) return false
    if (leads(draft, index, naming)) return true
    return titlesOf(draft, index).some((held) => sameTitle(held, office)) || holds(draft, index, office)
  })
  if (
    naming.state === null &&
    side !== null &&
    /^(president|secretary|prime minister)$/.test(office.titles.at(-1)!.id)
  ) {
    const own = fitting.find((index) => draft.entities[index]!.state === side)
    if (own !== undefined) return own
  }
  return fitting[0] ?? -1
}

/** "the Arvanian leader" is whoever heads that state or its government here. */
const leads = (draft: Draft, index: number, naming: Naming): boolean =>
  naming.state !== null &&
  /^(leader|head of government|head of state)$/.test(naming.offices[0]!.titles.at(-1)!.id) &&
  (draft.entities[index]!.level ?? 9) <= 2

/** Sorts of titles that a level and the words of a gazetteer office tell. */
const KINDS: Record<string, [level: number, words: RegExp]> = {
  'head-of-state': [1, /./],
  'head-of-government': [2, /./],
  'foreign-minister': [5, /foreign|external|secretary of state|international relations/i],
  'defense-minister': [5, /defen[cs]e|armed/i],
  'vice-president': [4, /vice president/i],
}

/** The text gives no office, but the gazetteer says that they held the one asked for on that day. */
export function holds(draft: Draft, index: number, office: Office): boolean {
  const { id } = draft.entities[index]!
  const kind = KINDS[office.titles.at(-1)!.class]
  if (id === null || kind === undefined || draft.publishedOn === null) return false
  return heldOn(scanOf(draft).names, id, draft.publishedOn).some(
    (one) => one.office.level === kind[0] && kind[1].test(one.office.title),
  )
}

const officesOf = new WeakMap<Draft, Map<number, Office[]>>()

/** Offices by which the text names an entity. */
function titlesOf(draft: Draft, entity: number): Office[] {
  let map = officesOf.get(draft)
  if (map === undefined) {
    map = new Map()
    for (const one of namings(draft)) {
      if (one.mention.kind !== 'person' || one.mention.entity === -1) continue
      const offices = map.get(one.mention.entity) ?? []
      if (offices.length < 40) offices.push(...one.offices)
      map.set(one.mention.entity, offices)
    }
    officesOf.set(draft, map)
  }
  return map.get(entity) ?? []
}

/** "the Secretary" for a Secretary of State, not for a Deputy Secretary; "the foreign minister" for a Minister of Foreign Affairs. */
function sameTitle(held: Office, asked: Office): boolean {
  const want = asked.titles.at(-1)!
  return held.titles.some((title) => {
    if (title.id === want.id && title.class === want.class) return true
    if (
      want.class === title.class &&
      /^(foreign-minister|defense-minister|national-security-adviser|spokesperson|head-of-government|ambassador|envoy)$/.test(
        title.class,
      )
    )
      return true
    const same = title.id.startsWith(`${want.id} `) || title.id.endsWith(` ${want.id}`)
    return (
      same &&
      !/^(deputy|vice|assistant|under|first|former|special)/.test(
        title.id.slice(0, title.id.length - want.id.length),
      ) &&
      !title.class.startsWith('deputy')
    )
  })
}

/** he, she, his, her: the first person named earlier in the sentence, else the first of the sentence before (in subject place). */
export function pronounEntity(draft: Draft, naming: Naming, heard: Heard[]): number {
  const sentence = scanOf(draft).atoms[naming.first]!.sentence
  let found: Heard | null = null
  const doer = doerBefore(draft, naming, heard)
  for (let i = heard.length - 1; i >= 0; i--) {
    const one = heard[i]!
    if (sentence - one.sentence > 3 || (found !== null && found.sentence !== one.sentence)) break
    if (one.entity === doer && one.sentence === sentence) continue
    if (agrees(draft, one, naming.pronoun!)) found = one
  }
  if (found === null) return -1
  if (/^(he|she)$/.test(naming.pronoun!)) noteGender(draft, found.entity, naming.pronoun!)
  return found.entity
}

/**
 * "Her predecessor, Oru Tamm, met her once", "Tamm came a few days after him": who does it is somebody else. The entity of the
 * person named last before an object pronoun, where that person stands as the subject: a verb behind, none right before.
 */
function doerBefore(draft: Draft, { mention, first: atom }: Naming, heard: Heard[]): number | null {
  const { sentence } = scanOf(draft).atoms[atom]!
  const { tokens } = draft.analysis
  const tag = (at: number): string => tokens[at]?.pennTag ?? ''
  if (tag(mention.first) !== 'PRP' || !/^(?:him|her)$/i.test(tokens[mention.first]!.text)) return null
  const last = heard.at(-1)
  if (last === undefined || last.sentence !== sentence) return null
  const { first, last: end } = last.naming.mention
  const between = tokens.slice(end, mention.first)
  const acts = between.some(({ pennTag }) => /^(?:VB[DPZ]|MD)$/.test(pennTag))
  // "Tamm is on a tour that has taken him to Ellion": the tour takes him
  const other = between.some(({ text }) => /^(?:that|which)$/i.test(text))
  return acts && !other && !/^(?:VB|IN|TO)/.test(tag(first - 1)) ? last.entity : null
}

const MALE = /^(he|his|him|himself)$/
const gendersOf = new WeakMap<Draft, Map<number, 'male' | 'female'>>()

/** "spokeswoman", "queen" tell; most titles do not. */
function titleGender(one: Heard): 'male' | 'female' | undefined {
  const titles = one.naming.offices.flatMap((office) => office.titles.map((title) => title.id))
  if (titles.some((id) => /woman$|^(queen|princess|empress|crown princess|first lady)$/.test(id)))
    return 'female'
  return titles.some((id) => /^(king|sultan|emir|pope|crown prince|prince)$/.test(id)) ? 'male' : undefined
}

/** What the gazetteer says. */
const genderOf = (draft: Draft, entity: number): 'male' | 'female' | undefined =>
  scanOf(draft).names.people.get(draft.entities[entity]!.id ?? '')?.gender

/** Whoever was "she" once is no "he" later: "Ruiz thanked Berg; she … and he …". */
export function noteGender(draft: Draft, entity: number, pronoun: string): void {
  const genders = gendersOf.get(draft) ?? new Map<number, 'male' | 'female'>()
  gendersOf.set(draft, genders.set(entity, MALE.test(pronoun) ? 'male' : 'female'))
}

/** "Ms" is never "he"; without an honorific anybody may be either. */
function agrees(draft: Draft, one: Heard, pronoun: string): boolean {
  const male = MALE.test(pronoun)
  const known = titleGender(one) ?? gendersOf.get(draft)?.get(one.entity) ?? genderOf(draft, one.entity)
  if (known !== undefined) return known === (male ? 'male' : 'female')
  const honorific = one.naming.person?.honorific?.toLowerCase() ?? ''
  if (male) return !/^(ms|mrs|mme|madam|madame|lady|dame|her )/.test(honorific)
  return !/^(mr|sir|sheikh|his )/.test(honorific)
}
