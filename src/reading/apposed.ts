// People whose state is told beside their name: "the Kenyan, Oru Tamm,", "Kenya's Oru Tamm", "Oru Tamm of Kenya", "his Kenyan colleague, Oru Tamm".
import type { Draft, Entity, Mention } from './draft.ts'

/** Gives each person without a state the one told right beside a naming, and counts them as its official. */
export function enterApposed(draft: Draft): void {
  draft.mentions.forEach((mention, index) => {
    const person = draft.entities[mention.entity]
    if (mention.kind !== 'person' || person?.kind !== 'person' || person.state !== null || !person.name)
      return
    const state = stateBefore(draft, index) ?? stateBehind(draft, index)
    if (state !== null) Object.assign(person, { state, official: true, why: 'state told beside the name' })
  })
}

const stateOf = (draft: Draft, mention: Mention | undefined): string | null => {
  const entity: Entity | undefined = mention?.kind === 'state' ? draft.entities[mention.entity] : undefined
  return entity?.state ?? null
}

const between = (draft: Draft, from: number, to: number): string =>
  draft.analysis.tokens
    .slice(from, to)
    .map(({ text }) => text.toLowerCase())
    .join(' ')

/** "The Kenyan, …", "Kenya's, …", "Kenya's …", "his Kenyan colleague, …". */
function stateBefore(draft: Draft, index: number): string | null {
  const [before, mention] = [draft.mentions[index - 1], draft.mentions[index]!]
  const state = stateOf(draft, before)
  if (state === null || mention.first - before!.last > 5) return null
  const words = between(draft, before!.last, mention.first)
  const article = draft.analysis.tokens[before!.last - 1]?.text.toLowerCase() ?? ''
  const the = between(draft, before!.first - 1, before!.first)
  if (words === ',') return /^(?:the|his|her|their)$/.test(the) || article === 'the' ? state : null
  return /^(?:['’]s|['’])(?: ,)?$|^(?:colleague|opposite number|counterpart|host|guest|visitor|envoy|namesake) ,?$/.test(
    words,
  )
    ? state
    : null
}

/** "Oru Tamm of Kenya", "Sheikh Oru Tamm of Port Ellion". */
function stateBehind(draft: Draft, index: number): string | null {
  const [mention, behind] = [draft.mentions[index]!, draft.mentions[index + 1]]
  const state =
    behind?.kind === 'place' ? (draft.entities[behind.entity]?.state ?? null) : stateOf(draft, behind)
  return state !== null && between(draft, mention.last, behind!.first) === 'of' ? state : null
}
