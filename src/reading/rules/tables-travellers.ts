// Whose journeys a table lists: who its title names, else the name that most remarks open with; names as the rows mostly spell them.
import type { Draft } from '../draft.ts'
import { addEntity, entityOf } from '../entities.ts'
import { type Cell, mentionsIn } from './tables-columns.ts'
import { titleOf } from './titles.ts'

/** Entities of the traveller: who title or remarks name, else a nameless official of the publisher's side; empty when nothing tells. */
export function travellersOf(
  draft: Draft,
  { headings, remarks, visited }: { headings: Cell[]; remarks: Cell[]; visited: Set<string> },
): number[] {
  const titles = [draft.title ?? '', draft.source.title ?? '', titleOf(draft)].filter(
    (title) => !title.includes('\t'),
  )
  return (
    fromTitles(draft, titles) ?? fromRemarks(draft, remarks, visited) ?? fromPublisher(draft, headings) ?? []
  )
}

/** "Country / Locale / Remarks / Date", "Met with President Marrento.": one publisher's tables, its own side's nameless traveller. */
function fromPublisher(draft: Draft, headings: Cell[]): number[] | null {
  const words = headings.map((cell) => cell.text).join('|')
  const site = draft.knowledge.sites.find((one) => one.journeys?.some((own) => own.join('|') === words))
  if (!site) return null
  return [
    addEntity(draft, { kind: 'person', state: site.side, official: true, why: "a publisher's own table" }),
  ]
}

/** "Travels of Foreign Minister Ana Belkor, 2031": a person of the text, of the gazetteer, or the name alone. */
function fromTitles(draft: Draft, titles: string[]): number[] | null {
  for (const title of titles) {
    const named = draft.entities.findIndex(
      (entity) =>
        entity.kind === 'person' && entity.name !== null && hasWord(title, entity.name.split(' ').at(-1)!),
    )
    const known = draft.knowledge.gazetteer.people.find((person) =>
      [person.name, ...person.aliases].some((name) => hasWord(title, name) || isShortFor(title, name)),
    )
    if (known && (named < 0 || draft.entities[named]!.state !== known.state))
      return [
        addEntity(draft, {
          kind: 'person',
          name: known.name,
          id: known.id,
          state: known.state,
          official: true,
          why: 'title of a table',
        }),
      ]
    if (named >= 0) return [named]
  }
  return null
}

/** "Michael Okello" for "Mike A. Okello": the family name behind a given name of the same two first letters. */
function isShortFor(title: string, name: string): boolean {
  const words = name.split(' ')
  const family = words.at(-1)!
  if (words.length < 2 || family.length < 4) return false
  const before =
    title
      .slice(0, Math.max(0, title.indexOf(family)))
      .trimEnd()
      .split(' ')
      .at(-1) ?? ''
  return hasWord(title, family) && before.length > 2 && before.slice(0, 2) === words[0]!.slice(0, 2)
}

const hasWord = (text: string, words: string): boolean => {
  const at = text.indexOf(words)
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + words.length] ?? ' ')
}

/** "Okello arrived at …", "Okello met …": the word that opens a third of the remarks, three at least. */
function fromRemarks(draft: Draft, remarks: Cell[], visited: Set<string>): number[] | null {
  const counts = new Map<string, number>()
  const { text } = draft.analysis
  for (const cell of remarks)
    for (const [, word] of text
      .slice(cell.start, cell.end)
      .matchAll(/(?:^|\. )\s*(\p{Lu}\p{Ll}[\p{L}’'-]+)(?=['’]s? | \p{Ll})/gu))
      if (
        !/^(?:Met|Attended|Visited|The|State|Working|Official|Discussed|During|After|He|She|His|Her|On|In|At|While|Also|Both|This|Various|President|Prime|Minister)$/.test(
          word!,
        )
      )
        counts.set(word!, (counts.get(word!) ?? 0) + 1)
  const [name, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  if (count < 3 || count * 3 < remarks.length) return null
  const known = draft.knowledge.gazetteer.people.filter((person) => hasWord(person.name, name))
  const mention = draft.mentions.find(
    (found) => found.kind === 'person' && hasWord(text.slice(found.start, found.end), name),
  )
  const entity = mention && entityOf(draft, mention)
  // a name that the text does not hold was cut across two cells
  const whole = entity?.name && text.includes(entity.name)
  if (whole && entity.state !== null && (known.length !== 1 || known[0]!.state === entity.state))
    return [mention!.entity]
  const one = known.length === 1 ? known[0]! : null
  const state = one?.state ?? homeIn(draft, remarks, visited)
  return [
    addEntity(draft, {
      kind: 'person',
      name,
      id: one?.id ?? null,
      state,
      official: true,
      why: 'opens the remarks',
    }),
  ]
}

/** The state that remarks speak of most and no row visits: "met the Arvanian diaspora"; null when fewer than two do. */
function homeIn(draft: Draft, remarks: Cell[], visited: Set<string>): string | null {
  const counts = new Map<string, number>()
  for (const cell of remarks)
    for (const mention of mentionsIn(draft, cell)) {
      const state = mention.kind === 'state' ? entityOf(draft, mention)?.state : null
      if (state && !visited.has(state)) counts.set(state, (counts.get(state) ?? 0) + 1)
    }
  const [state, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
  return count >= 2 ? state : null
}

/** "Zelenko" in one row and "Zelenkoo" in six: a name is spelled as most rows spell it. */
export function spellAsMostRows(draft: Draft): void {
  const spelled = new Map<number, Map<string, number>>()
  for (const mention of draft.mentions) {
    const entity = entityOf(draft, mention)
    if (mention.kind !== 'person' || !entity?.name) continue
    const words = draft.analysis.text.slice(mention.start, mention.end).split(/\s+/)
    const name = words.slice(-entity.name.split(' ').length).join(' ')
    const counts = spelled.get(mention.entity) ?? new Map<string, number>()
    spelled.set(mention.entity, counts.set(name, (counts.get(name) ?? 0) + 1))
  }
  for (const [index, counts] of spelled) {
    const entity = draft.entities[index]!
    const own = counts.get(entity.name!) ?? 0
    const [name, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!
    if (count > own && isSpelling(name, entity.name!)) entity.name = name
  }
}

/** Same number of words, each with the same first letters: "Roh Moo-Hyun", "Roh Moo-hyun". */
function isSpelling(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().split(' '), b.toLowerCase().split(' ')]
  return x.length === y.length && x.every((word, i) => word.slice(0, 3) === y[i]!.slice(0, 3))
}
