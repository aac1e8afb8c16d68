// Which words tell that somebody speaks: forms of the lexicon's verbs, speech nouns, bodies that speak.
import type { Lexicon } from '../knowledge/lexicon.ts'

/** The lexicon's cues, compiled once for each lexicon. */
export interface SpeechCues {
  /** Every form of every speech verb. */
  verbs: ReadonlySet<string>
  /** "statement", "readout". */
  nouns: ReadonlySet<string>
  /** "spokesperson", "officials", "ministry". */
  speakers: ReadonlySet<string>
  /** First word of a body's name → its whole names, the longest first. */
  bodies: ReadonlyMap<string, Body[]>
}

export interface Body {
  words: string[]
  /** ISO alpha-3 where the body is one state's alone. */
  state: string | null
  /** Written small: only with its state beside it. */
  small: boolean
}

const compiled = new WeakMap<Lexicon, SpeechCues>()

/** Compiles the lists of cues.yaml; lists that are not there are empty. */
export function speechCues(lexicon: Lexicon): SpeechCues {
  const known = compiled.get(lexicon)
  if (known) return known
  const list = (name: string): string[] => lexicon.cues[name] ?? []
  const cues: SpeechCues = {
    verbs: new Set(list('speech-verbs').flatMap(verbForms)),
    nouns: new Set(list('speech-nouns').flatMap((noun) => [noun, `${noun}s`])),
    speakers: new Set(list('speakers')),
    bodies: bodiesByFirst([
      ...list('bodies').map((entry) => bodyOf(entry, false)),
      ...list('small-bodies').map((entry) => bodyOf(entry, true)),
    ]),
  }
  compiled.set(lexicon, cues)
  return cues
}

/** "warn" → warn, warns, warned, warning; "deny" → denies, denied; "quip" → quipped. */
export function verbForms(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
  const third = /(s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`
  const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(verb)
    ? [`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`]
    : []
  return [verb, third, `${stem}ed`, `${stem}ing`, ...doubled]
}

function bodyOf(entry: string, small: boolean): Body {
  const [name, state] = entry.split('/')
  return { words: name!.split(' '), state: state ?? null, small }
}

function bodiesByFirst(bodies: Body[]): Map<string, Body[]> {
  const index = new Map<string, Body[]>()
  for (const body of [...bodies].sort((a, b) => b.words.length - a.words.length)) {
    index.set(body.words[0]!, [...(index.get(body.words[0]!) ?? []), body])
  }
  return index
}
