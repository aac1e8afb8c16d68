// The list of officials that a text names, each once, under the fullest name it gives.
import type { Step } from './draft.ts'

/** Fills `draft.officials` from the entities. */
export const listOfficials: Step = (draft) => {
  draft.officials = draft.entities.flatMap((entity, index) => {
    if (entity.kind !== 'person' || !entity.official || entity.name === null) return []
    const mentions = draft.mentions.filter((mention) => mention.entity === index && mention.kind === 'person')
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
