// Looking up who or what a token stands for: the API that other steps use on draft.mentions and draft.entities.
import type { Draft, Entity, Mention } from './draft.ts'

interface Owners {
  count: number
  /** Token index → index into draft.mentions, -1 where no mention covers it. */
  owner: Int32Array
}
const ownersOf = new WeakMap<Draft, Owners>()

/** Mentions do not overlap, so each token has at most one owner. The index is remade when mentions were added. */
function ownerIndex(draft: Draft): Int32Array {
  const known = ownersOf.get(draft)
  if (known && known.count === draft.mentions.length) return known.owner
  const owner = new Int32Array(draft.analysis.tokens.length).fill(-1)
  draft.mentions.forEach((mention, index) => {
    for (let token = mention.first; token < mention.last; token++)
      if (owner[token] === -1) owner[token] = index
  })
  ownersOf.set(draft, { count: draft.mentions.length, owner })
  return owner
}

/** The mention that covers `analysis.tokens[tokenIndex]`; null when none does. */
export function mentionAt(draft: Draft, tokenIndex: number): Mention | null {
  const index = ownerIndex(draft)[tokenIndex] ?? -1
  return index === -1 ? null : (draft.mentions[index] ?? null)
}

/** Who or what `analysis.tokens[tokenIndex]` stands for; null when no mention covers it or nobody knows. */
export function entityAt(draft: Draft, tokenIndex: number): Entity | null {
  const mention = mentionAt(draft, tokenIndex)
  return mention === null ? null : entityOf(draft, mention)
}

/** The entity of a mention; null while nobody knows who or what it is. */
export const entityOf = (draft: Draft, mention: Mention): Entity | null =>
  mention.entity === -1 ? null : (draft.entities[mention.entity] ?? null)

/** Mentions that lie within tokens `first` up to, not including, `last`, in the order of the text. */
export function mentionsBetween(draft: Draft, first: number, last: number): Mention[] {
  const owner = ownerIndex(draft)
  const found: Mention[] = []
  for (let token = first; token < last && token < owner.length; token++) {
    const mention = owner[token] === -1 ? undefined : draft.mentions[owner[token]!]
    if (mention && found.at(-1) !== mention) found.push(mention)
  }
  return found
}

/** Adds an entity and gives its index. */
export function addEntity(draft: Draft, entity: Partial<Entity> & Pick<Entity, 'kind' | 'why'>): number {
  draft.entities.push({
    name: null,
    id: null,
    state: null,
    office: null,
    level: null,
    official: false,
    members: [],
    ...entity,
  })
  return draft.entities.length - 1
}
