// States by the names that other people's files give them.
import type { State } from '../knowledge/gazetteer.ts'

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

/** A look-up of alpha-3 by code, name, other name or (for "from" columns) demonym; null for what is no state we know. */
export function stateFinder(states: State[]): (name: string | null | undefined) => string | null {
  const ids = new Map<string, string>()
  for (const state of states)
    for (const name of [state.id, state.name, ...state.names, ...state.demonyms])
      if (!ids.has(fold(name))) ids.set(fold(name), state.id)
  return (name) => {
    for (const form of name ? forms(name) : []) {
      const id = ids.get(fold(form))
      if (id) return id
    }
    return null
  }
}

/** "Korea, Republic of" and "Denmark (Faroes)" besides the name as it stands: the ways of registers. */
function* forms(name: string): Iterable<string> {
  yield name
  const [outer = '', inner] = name.split(/[()]/).map((part) => part.trim())
  const turned = /^([^,]+), (.+)$/.exec(outer)
  if (turned) {
    yield `${turned[2]} ${turned[1]}`
    yield `${turned[2]} the ${turned[1]}`
    yield `${turned[2]!.replace(/ of$/, '')} ${turned[1]}`
  }
  if (inner) {
    yield outer
    yield inner
  }
}
