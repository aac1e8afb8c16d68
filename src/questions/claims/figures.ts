// Who is named: officials in full or by surname, or by "he" and "her" after the sentence before; states by any name or their capital.
import type { Span } from '../../language/span.ts'
import { coversDay, recallPeople } from '../names.ts'
import type { QuestionContext } from '../question.ts'
import type { Setting } from './setting.ts'

/** An official the claim names. */
export interface Figure {
  name: string
  person: string | null
  state: string | null
  level: number | null
  /** Places in the text inside the claim, or in its sentence where the claim has none. */
  mentions: Span[]
}

const inside = (span: Span, outer: Span): boolean => span.start >= outer.start && span.end <= outer.end

/** Officials named in the claim (else in its sentence, else by surname, else by a pronoun), in the order of the text, with ids where one person is meant. */
export async function readFigures(setting: Setting): Promise<Figure[]> {
  const { claim, sentence } = setting
  const ways = [
    () => figuresIn(setting, claim),
    () => figuresIn(setting, sentence),
    () => surnamesIn(setting, claim),
    () => surnamesIn(setting, sentence),
    () => spokenOf(setting),
  ]
  for (const way of ways) {
    const figures = way()
    for (const figure of figures) figure.person ??= await findPerson(setting.context, figure)
    if (figures.length > 0) return figures
  }
  return []
}

/** Officials named in a stretch of the text, in the order of their first naming there. */
export const figuresIn = ({ reading }: Setting, span: Span): Figure[] =>
  reading.officials
    .map(({ name, person, state, level, mentions }) => ({
      ...{ name, person, state, level },
      mentions: mentions.filter((m) => inside(m, span)),
    }))
    .filter((figure) => figure.mentions.length > 0)
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start)

// "Okello's trip was his first": a bare surname is taken for the one minister or leader of that name in office that day.
const lowestOfBareName = 5
const alsoWords = /^(?:He|She|It|They|We|You|So|An|No|To|Do|May|Will|Long|Most)$/

export function surnamesIn(setting: Setting, span: Span): Figure[] {
  const words = [...setting.text.slice(span.start, span.end).matchAll(/\p{Lu}[\p{L}-]+/gu)]
  return words.flatMap((hit) => {
    if (alsoWords.test(hit[0])) return []
    const start = span.start + hit.index
    const meant = inOffice(setting, hit[0])
    return meant ? [{ ...meant, mentions: [{ start, end: start + hit[0].length }] }] : []
  })
}

/** The highest of those in office on the day of the text whose name begins or ends with the word; null when none or several are. */
function inOffice({ context, today }: Setting, word: string): Omit<Figure, 'mentions'> | null {
  const { people, tenures, offices } = context.knowledge.gazetteer
  const bearers = people.filter(({ name }) => {
    const parts = name.split(' ')
    return parts[0] === word || parts.at(-1) === word
  })
  const levels = bearers.flatMap((person) => {
    const held = tenures.filter((t) => t.person === person.id && coversDay(t, today))
    const known = held.flatMap((t) => offices.find((office) => office.id === t.office)?.level ?? [])
    return known.length > 0 ? [{ person, level: Math.min(...known) }] : []
  })
  const [best, second] = levels.sort((a, b) => a.level - b.level)
  if (!best || best.level > lowestOfBareName || best.level === second?.level) return null
  const { id, name, state } = best.person
  return { name, person: id, state, level: best.level }
}

/** "It was his third trip": the official named last before the claim. */
function spokenOf(setting: Setting): Figure[] {
  const { claim, text } = setting
  if (!/\b(?:he|she|his|her)\b/i.test(claim.exact)) return []
  const before = { start: Math.max(0, claim.start - 600), end: claim.start }
  const named = [...figuresIn(setting, before), ...surnamesIn(setting, before)].map((figure) => ({
    ...figure,
    mentions: figure.mentions.slice(-1),
  }))
  const last = named.sort((a, b) => b.mentions[0]!.start - a.mentions[0]!.start)[0]
  return last && text.slice(last.mentions[0]!.end, claim.start).split(/[.!?]\s/).length <= 4 ? [last] : []
}

async function findPerson(context: QuestionContext, figure: Figure): Promise<string | null> {
  const found = (await recallPeople(context, figure.name)).filter(
    (p) => (!figure.state || p.state === figure.state) && !context.apart?.people.has(p.id),
  )
  return found.length === 1 ? found[0]!.id : null
}

/** States named in the words, each time, in order. */
export function statesIn(context: QuestionContext, words: string): string[] {
  const hits = context.knowledge.gazetteer.states.flatMap((state) =>
    [...new Set([state.name, ...state.names, ...state.demonyms, state.capital])]
      .filter((name) => name !== null && name.length > 3)
      .flatMap((name) => placesOf(words, name!).map((at) => ({ at, end: at + name!.length, id: state.id }))),
  )
  const whole = hits.filter(
    (h) => !hits.some((o) => o !== h && o.at <= h.at && o.end >= h.end && o.end - o.at > h.end - h.at),
  )
  return [...new Map(whole.sort((x, y) => x.at - y.at).map((h) => [h.at, h.id])).values()]
}

const placesOf = (words: string, name: string): number[] =>
  [
    ...words.matchAll(
      new RegExp(`(?<![\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'gu'),
    ),
  ].map((hit) => hit.index)
