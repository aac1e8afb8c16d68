// Groups: "the two leaders", "both sides", "they", "the foreign ministers of France and Poland".
import { type Heard, holds } from './coreference-antecedent.ts'
import { registerOf } from './coreference-register.ts'
import type { Draft } from './draft.ts'
import { addEntity } from './entities.ts'
import { type Naming, namings } from './mentions.ts'
import { scanOf } from './names-scan.ts'

/** The entity of a group, made when it is new; -1 when its members cannot be told. */
export function groupEntity(draft: Draft, naming: Naming, heard: Heard[]): number {
  const office = naming.offices[0]
  if (office && office.states.length > 1)
    return makeGroup(
      draft,
      office.states.map((state) => holder(draft, state, naming)),
    )
  const sides = /^(sides|countries|nations|governments|delegations|parties|states)$/.test(
    naming.pronoun ?? '',
  )
  if (office && office.organization !== null) return bodyNamed(draft, office.organization)
  // "Pakistani officials attended" points to nobody named before.
  if (office && office.determiner === null) return -1
  const again = /^all\b/i.test(words(draft, naming)) ? sameNumber(draft, naming) : -1
  if (again !== -1) return again
  const members = sides ? lastStates(draft, naming) : lastTwo(draft, heard, naming)
  return members.length < 2 ? -1 : makeGroup(draft, members)
}

/** "the Union's heads of state", "Union foreign ministers": the body whose they are. */
function bodyNamed(draft: Draft, id: string): number {
  const known = draft.entities.findIndex((entity) => entity.kind === 'organization' && entity.id === id)
  if (known !== -1) return known
  const body = draft.knowledge.gazetteer.organizations.find((one) => one.id === id)
  if (body === undefined || body.state) return -1
  return addEntity(draft, {
    kind: 'organization',
    name: body.name,
    id,
    why: 'the body whose officials are told',
  })
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven']

/** "all five leaders", "all five republics": the last group of five. */
function sameNumber(draft: Draft, naming: Naming): number {
  const wanted = NUMBERS.findIndex((word) => new RegExp(`\\b${word}\\b`, 'i').test(words(draft, naming))) + 2
  return wanted < 2 ? -1 : draft.entities.findLastIndex((entity) => entity.members.length === wanted)
}

function makeGroup(draft: Draft, members: number[]): number {
  const same = registerOf(draft).group(members)
  if (same !== -1) return same
  const kind = draft.entities[members[0]!]!.kind
  return addEntity(draft, {
    kind,
    official: kind === 'person',
    members,
    why: 'several named before, spoken of as one',
  })
}

/** The named holder of the plural office for one state, or one without a name. */
function holder(draft: Draft, state: string, naming: Naming): number {
  const office = naming.offices[0]!
  const level = office.level
  const named = registerOf(draft).ofLevel(state, level)
  if (named !== -1) return named
  if (office.titles.at(-1)!.class === 'relation') return counterpartOf(draft, state, naming)
  const title = office.titles.at(-1)!.id
  return addEntity(draft, {
    kind: 'person',
    state,
    office: title.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()),
    level,
    official: true,
    why: `one of several holders of "${title}"`,
  })
}

/** "her Chilean and Bolivian counterparts": each holds the office of whoever was named last before. */
function counterpartOf(draft: Draft, state: string, naming: Naming): number {
  const owner = namings(draft)
    .slice(Math.max(0, naming.index - 6), naming.index)
    .findLast((one) => one.mention.kind === 'person' && one.mention.entity !== -1)
  const { office = null, level = null } = owner === undefined ? {} : draft.entities[owner.mention.entity]!
  const named = registerOf(draft).ofLevel(state, level)
  return named !== -1
    ? named
    : addEntity(draft, {
        kind: 'person',
        state,
        office,
        level,
        official: true,
        why: 'counterpart of the person named before',
      })
}

/** The last officials of different states, in the order they were named: two, or as many as "the three" says. */
function lastTwo(draft: Draft, heard: Heard[], naming: Naming): number[] {
  const sentence = scanOf(draft).atoms[naming.first]!.sentence
  const said = words(draft, naming)
  const wanted = /\bthree\b|\btrio\b/i.test(said)
    ? 3
    : /\bfour\b/i.test(said)
      ? 4
      : /\bfive\b/i.test(said)
        ? 5
        : 2
  const members: number[] = []
  for (let i = heard.length - 1; i >= 0; i--) {
    const one = heard[i]!
    if (sentence - one.sentence > 6 || members.length === wanted) break
    const entity = draft.entities[one.entity]!
    if (!entity.official || members.includes(one.entity) || !isCalledSo(draft, one.entity, naming)) continue
    if (members.some((index) => draft.entities[index]!.state === entity.state && entity.state !== null))
      continue
    members.unshift(one.entity)
  }
  return members.length === wanted ? members.sort((a, b) => a - b) : []
}

/** "the two presidents" are presidents, as far as the text or the gazetteer says what they are; "the two leaders" may be anybody. */
function isCalledSo(draft: Draft, entity: number, naming: Naming): boolean {
  const office = naming.offices[0]
  const noun = office?.titles.at(-1)
  if (office === undefined || noun === undefined || /^(?:leader|relation|official)/.test(noun.class))
    return true
  const { level, office: held } = draft.entities[entity]!
  if (/^(?:leader|minister|official|diplomat|envoy|chief)$/.test(noun.id)) return true
  return level === null ? held === null : level === office.level || holds(draft, entity, office)
}

const words = (draft: Draft, naming: Naming): string =>
  draft.analysis.text.slice(naming.mention.start, naming.mention.end)

/** "both sides": the two states that the text has spoken of most so far, people counting double for theirs. */
function lastStates(draft: Draft, naming: Naming): number[] {
  const weight = new Map<string, number>()
  const all = namings(draft)
  for (const other of all.slice(Math.max(0, naming.index - WINDOW), naming.index)) {
    const entity = draft.entities[other.mention.entity]
    const several = other.offices[0]?.states ?? []
    const states = several.length > 1 ? several : [entity?.state ?? other.state]
    for (const state of states)
      if (state !== null) weight.set(state, (weight.get(state) ?? 0) + (entity?.kind === 'person' ? 2 : 1))
  }
  const [first, second] = [...weight].sort((a, b) => b[1] - a[1])
  if (first === undefined || second === undefined) return []
  const order = [...weight.keys()]
  return [first[0], second[0]]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((state) => stateEntity(draft, state))
}

/** How many mentions back "both sides" looks. */
const WINDOW = 400

function stateEntity(draft: Draft, state: string): number {
  const known = registerOf(draft).state(state)
  return known !== -1
    ? known
    : addEntity(draft, {
        kind: 'state',
        name: scanOf(draft).names.stateName(state),
        id: state,
        state,
        why: 'spoken for by somebody named',
      })
}
