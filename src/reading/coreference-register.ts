// Entities by what coreference asks for, so that a long text is not searched from its start each time.
import type { Draft, Entity } from './draft.ts'

export interface Register {
  /** First official of that state and level; -1 when there is none. */
  ofLevel(state: string | null, level: number | null): number
  /** A holder without a name; -1. */
  unnamed(state: string | null, office: string): number
  /** The group of just these members; -1. */
  group(members: number[]): number
  /** The entity of a state; -1. */
  state(id: string): number
  /** The first named people of the text, at most 300. */
  people(): number[]
}

const registers = new WeakMap<Draft, Register>()

/** The register of a draft; entities added later are taken up at the next question. */
export function registerOf(draft: Draft): Register {
  const known = registers.get(draft)
  if (known) return known
  const index = new Map<string, number>()
  const people: number[] = []
  let upTo = 0
  const find = (key: string): number => {
    for (; upTo < draft.entities.length; upTo++) {
      const entity = draft.entities[upTo]!
      for (const one of keysOf(entity)) if (!index.has(one)) index.set(one, upTo)
      if (entity.kind === 'person' && entity.name !== null && people.length < 300) people.push(upTo)
    }
    return index.get(key) ?? -1
  }
  const register: Register = {
    ofLevel: (state, level) => (level === null ? -1 : find(`level:${state}:${level}`)),
    unnamed: (state, office) => find(`unnamed:${state}:${office.toLowerCase()}`),
    group: (members) => find(`group:${members}`),
    state: (id) => find(`state:${id}`),
    people() {
      find('')
      return people
    },
  }
  registers.set(draft, register)
  return register
}

function keysOf(entity: Entity): string[] {
  if (entity.members.length > 0) return [`group:${entity.members}`]
  if (entity.kind === 'state') return [`state:${entity.id}`]
  if (entity.kind !== 'person') return []
  const keys = entity.official && entity.level !== null ? [`level:${entity.state}:${entity.level}`] : []
  return entity.name === null ? [...keys, `unnamed:${entity.state}:${entity.office?.toLowerCase()}`] : keys
}
