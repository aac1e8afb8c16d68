// "Foreign ministers of the union's members", "Fennish ministers", "leaders of small states": from where the guests of a claimed norm come.
import { findOrganization } from '../names.ts'
import type { QuestionContext } from '../question.ts'
import { statesIn } from './figures.ts'

/** Guests' states as the question "norm" takes them; null: from anywhere; `unknown`: a kind of state that nobody has listed. */
export type Guests = { of: string | null } | { unknown: string }

const titles = '(?:ministers|presidents|premiers|leaders|heads|parliamentarians|speakers|envoys|ambassadors)'
const before = new RegExp(
  String.raw`([\p{L}-]+)\s+(?:(?:foreign|defen[cs]e|prime|interior|trade|finance)\s+)?${titles}\b`,
  'giu',
)
const after = /\b(?:from|of)\s+(?:(?:the|its|other)\s+)?([^,.;:]{2,60})/giu

/** Kinds of states that the packs do not list: size and wealth, parts of the world. */
const unlisted =
  /\b(?:small(?:er)?|minor|lesser|big|large|great|poor(?:er)?|rich|developing|neighbou?ring|neighbou?rs|western|eastern|african|asian|european|arab|gulf|latin american|island|africa|asia|europe)\b/i

export function guestsIn(context: QuestionContext, words: string): Guests {
  const phrases = [...words.matchAll(before), ...words.matchAll(after)].map((hit) => hit[1]!)
  for (const phrase of phrases) {
    const grouping = groupingIn(context, phrase)
    if (grouping) return { of: grouping }
    const states = statesIn(context, phrase)
    if (states.length > 0) return { of: [...new Set(states)].join(', ') }
    const kind = unlisted.exec(phrase)?.[0]
    if (kind) return { unknown: kind }
  }
  return { of: null }
}

/** "ASEAN members", "Canal Group states": the longest name of an organization that the phrase begins with. */
function groupingIn(context: QuestionContext, phrase: string): string | null {
  const words = phrase.trim().split(/\s+/).slice(0, 5)
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join(' ')
    if (/^\p{Lu}/u.test(name)) {
      const found = findOrganization(context, name)
      if (found) return found.id
    }
  }
  return null
}
