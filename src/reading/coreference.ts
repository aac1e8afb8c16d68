// Resolves unnamed offices, pronouns and groups to people of the document, in the order of the text.
import { findAntecedent, type Heard, noteGender, pronounEntity } from './coreference-antecedent.ts'
import { groupEntity } from './coreference-groups.ts'
import { registerOf } from './coreference-register.ts'
import type { Draft, Step } from './draft.ts'
import { addEntity } from './entities.ts'
import { sideOf } from './linking-states.ts'
import { type Naming, namings } from './mentions.ts'
import { scanOf } from './names-scan.ts'
import type { Office } from './offices.ts'

/** Gives an entity to office mentions and pronouns that have none; a mention that nobody fits keeps -1. */
export const resolveCoreference: Step = (draft) => {
  const heard: Heard[] = []
  const side = sideOf(draft)
  const { atoms } = scanOf(draft)
  for (const naming of namings(draft)) {
    const { mention } = naming
    if (mention.kind === 'office') mention.entity = officeEntity(draft, naming, heard, side)
    if (mention.kind === 'pronoun') mention.entity = pronounOrGroup(draft, naming, heard)
    if (mention.kind === 'state') asCitizen(draft, naming, heard)
    if (mention.kind === 'person') {
      sinceWhom(draft, naming)
      genderOfKin(draft, naming, heard)
    }
    const entity = draft.entities[mention.entity]
    if (entity?.kind !== 'person') continue
    const sentence = atoms[naming.first]!.sentence
    // Who is spoken of as several is heard one by one, when the words name their states.
    const several = entity.members.length > 0 && (naming.offices[0]?.states.length ?? 0) > 1
    for (const one of several ? entity.members : entity.members.length > 0 ? [] : [mention.entity])
      heard.push({ entity: one, naming, sentence })
  }
}

function pronounOrGroup(draft: Draft, naming: Naming, heard: Heard[]): number {
  const word = naming.pronoun!
  if (/^(it|its)$/.test(word)) return -1
  if (/^(he|she|his|her|him|himself|herself)$/.test(word)) return pronounEntity(draft, naming, heard)
  return groupEntity(draft, naming, heard)
}

/** "The Kenyan was received on Monday": the official of that state heard of last. The mention then stands for a person. */
function asCitizen(draft: Draft, naming: Naming, heard: Heard[]): void {
  const scan = scanOf(draft)
  const { mention, first, next, state } = naming
  const known = scan.hit(first)?.known
  if (known?.kind !== 'demonym' || known.plural || scan.atoms[first - 1]?.norm !== 'the') return
  if (!/^(?:MD|VB[DZ]|,|WP|[.:])$/.test(scan.token(next)?.pennTag ?? '')) return
  const person = heard.findLast(({ entity }) => draft.entities[entity]!.state === state)
  if (person !== undefined) Object.assign(mention, { kind: 'pronoun', entity: person.entity })
}

/** "the Saudi crown prince", "the Deputy Secretary", "his Japanese counterpart": who it is, or a holder without a name. */
function officeEntity(draft: Draft, naming: Naming, heard: Heard[], side: string | null): number {
  const office = naming.offices[0]!
  const title = office.titles.at(-1)!
  if (office.plural) return groupEntity(draft, naming, heard)
  if (title.class === 'relation') return counterpart(draft, naming, heard)
  const found = capacityHolder(draft, naming, heard) ?? findAntecedent(draft, naming, heard, side)
  if (found !== -1) {
    wordOffice(draft, found, naming)
    return found
  }
  const told = introduced(draft, naming, heard)
  if (told !== -1) {
    wordOffice(draft, told, naming)
    return told
  }
  const state =
    naming.state ?? (office.organization === null && office.determiner === 'the' ? title.state : null)
  if (state === null && naming.organization === null) return -1
  const known = unnamedHolder(draft, state, office)
  return known !== -1
    ? known
    : addEntity(draft, {
        kind: 'person',
        state,
        office: office.words,
        level: office.level,
        official: true,
        why: `an unnamed holder of "${office.words}"`,
      })
}

/** "Oru Tamm sleeps badly. The foreign minister of Kenya is seldom at home": who was named just before, and nothing said of them. */
function introduced(draft: Draft, naming: Naming, heard: Heard[]): number {
  const { sentence } = scanOf(draft).atoms[naming.first]!
  const office = naming.offices[0]!
  if (naming.state === null || office.determiner !== 'the') return -1
  const last = heard.findLast((one) => one.sentence === sentence - 1 || isCalled(draft, one, naming))
  if (last === undefined) return -1
  const { name, state, office: held, id } = draft.entities[last.entity]!
  return name !== null && state === null && held === null && id === null ? last.entity : -1
}

/** "Oru Tamm is the Kenyan premier". */
const isCalled = (draft: Draft, one: Heard, { mention }: Naming): boolean =>
  mention.first === one.naming.mention.last + 1 &&
  /^(?:is|was|became|remains)$/.test(draft.analysis.tokens[mention.first - 1]!.text)

/** An unnamed holder spoken of before, by the same words or, for a minister, by others of the same rank. */
function unnamedHolder(draft: Draft, state: string | null, office: Office): number {
  const same = registerOf(draft).unnamed(state, office.words)
  if (same !== -1 || office.level > 5 || office.determiner !== 'the') return same
  const ranked = registerOf(draft).ofLevel(state, office.level)
  return ranked !== -1 && draft.entities[ranked]!.name === null ? ranked : -1
}

/** "came in his capacity as chairman of the party", "spoke as head of the Council": whoever the sentence is about. */
function capacityHolder(draft: Draft, naming: Naming, heard: Heard[]): number | null {
  const { atoms } = scanOf(draft)
  const last = heard.at(-1)
  if (atoms[naming.first - 1]?.norm !== 'as' || last?.sentence !== atoms[naming.first]!.sentence) return null
  const entity = draft.entities[last.entity]!
  return entity.office === null &&
    (naming.state === null || entity.state === null || naming.state === entity.state)
    ? last.entity
    : null
}

/** "No Dutch premier has been there since Jan Berg came in 1990": the one after "since" held the office spoken of. */
function sinceWhom(draft: Draft, naming: Naming): void {
  const { atoms } = scanOf(draft)
  const entity = draft.entities[naming.mention.entity]
  if (entity === undefined || entity.office !== null || atoms[naming.first - 1]?.norm !== 'since') return
  const sentence = atoms[naming.first]!.sentence
  const before = namings(draft).slice(Math.max(0, naming.index - 8), naming.index)
  const spoken = before.findLast(
    (one) => one.mention.kind === 'office' && atoms[one.first]!.sentence === sentence && one.state !== null,
  )
  if (spoken === undefined || (entity.state !== null && entity.state !== spoken.state)) return
  wordOffice(draft, naming.mention.entity, spoken)
}

/** "Her predecessor, Oru Tamm": the one who holds his office now is a woman. */
function genderOfKin(draft: Draft, naming: Naming, heard: Heard[]): void {
  const whose = scanOf(draft).atoms[naming.first]!.norm
  const own = draft.entities[naming.mention.entity]
  if (!/^(?:his|her)$/.test(whose) || own === undefined || own.office === null) return
  const kin = heard.findLast(({ entity }) => {
    const { state, office } = draft.entities[entity]!
    return entity !== naming.mention.entity && state === own.state && office === own.office
  })
  if (kin) noteGender(draft, kin.entity, whose)
}

/** Somebody whom the text names without an office gets it from where it speaks of them by office alone. */
function wordOffice(draft: Draft, index: number, naming: Naming): void {
  const entity = draft.entities[index]!
  const office = naming.offices[0]!
  if (entity.office !== null) return
  entity.office = office.words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  entity.level ??= office.level
  entity.state ??= naming.state
  entity.official = true
}

/** A "Secretary of State" has foreign ministers for counterparts. */
const abroad = (office: string | null): string | null =>
  office === 'Secretary of State' ? 'Foreign Minister' : office

/** "his Japanese counterpart": same office as the last person named, of that state. */
function counterpart(draft: Draft, naming: Naming, heard: Heard[]): number {
  const owner = heard.findLast((one) => draft.entities[one.entity]!.state !== naming.state)
  const office = owner === undefined ? null : abroad(draft.entities[owner.entity]!.office)
  const level = owner === undefined ? null : draft.entities[owner.entity]!.level
  if (naming.state === null) return -1
  const named = registerOf(draft).ofLevel(naming.state, level)
  if (named !== -1) return named
  return addEntity(draft, {
    kind: 'person',
    state: naming.state,
    office,
    level,
    official: true,
    why: 'counterpart of the person named before',
  })
}
