// The list of officials that a text names, each once, under the fullest name it gives.
import type { Mention, Step } from './draft.ts'

/** Fills `draft.officials` from the entities. */
export const listOfficials: Step = (draft) => {
  const mentionsOf = new Map<number, Mention[]>()
  for (const mention of draft.mentions) {
    if (mention.kind !== 'person') continue
    const those = mentionsOf.get(mention.entity)
    if (those) those.push(mention)
    else mentionsOf.set(mention.entity, [mention])
  }
  draft.officials = draft.entities.flatMap((entity, index) => {
    if (entity.kind !== 'person' || !entity.official || entity.name === null) return []
    const mentions = mentionsOf.get(index) ?? []
    return [
      {
        name: entity.name,
        person: entity.id,
        state: entity.state,
        office: entity.office,
        level: entity.level,
        mentions: mentions.map(({ start, end }) => ({ start, end })),
      },
    ]
  })
}
