// Exchanges told by a turn of phrase: "had words with", "took the premier aside", "was on the telephone to", "set foot in".
import { subjectOf } from '../arguments.ts'
import { groupFrom } from '../groups.ts'
import { statusOfVerb } from '../modality.ts'
import { modifiersOf } from '../modifiers.ts'
import type { Part } from '../parts.ts'
import { isPlacePart } from '../places.ts'
import { type Clause, isPerson, type Rule, type Sighting, statesOf } from '../sighting.ts'
import { type Idiom, idiomsOf } from './idioms-table.ts'
import { encounters } from './meeting.ts'
import { people } from './sides.ts'
import { visits } from './visiting.ts'

/** A verb with the words it makes a turn of phrase with: who or where it leads to is marked in the table. */
export const idiom: Rule = (clause, at) => {
  const { row } = clause
  const candidates = idiomsOf.get(row[at]!.verb!.lemma)
  if (!candidates) return []
  const { text, starts } = wordsAfter(row, at)
  for (const one of candidates) {
    if (one.passive !== row[at]!.verb!.passive && one.passive !== 'either') continue
    const found = one.pattern.exec(text)?.indices
    const part = found?.[1] ? starts.indexOf(found[1][0]) : -1
    if (part >= 0) return tell(clause, at, one, at + 1 + part)
    if (found && !found[1]) return together(clause, at, one)
  }
  return []
}

/** What stands behind the verb up to the end of its sentence part: N for people, L for places, T for times. */
function wordsAfter(row: Part[], at: number): { text: string; starts: number[] } {
  const starts: number[] = []
  let text = ''
  for (let i = at + 1; i < Math.min(row.length, at + 24) && row[i]!.kind !== 'stop'; i++) {
    starts.push(text.length)
    text += `${letterOf(row, i)} `
  }
  return { text, starts }
}

function letterOf(row: Part[], at: number): string {
  const part = row[at]!
  if (part.kind === 'time') return 'T'
  if (part.kind !== 'name') return part.word
  // "took Kenya's Oru Tamm aside": his name is told after his state's
  return row[at + 1]?.kind === 'poss' && row[at + 2]?.kind === 'name' ? 'S' : isPlacePart(part) ? 'L' : 'N'
}

function tell(clause: Clause, at: number, { kind, host, label }: Idiom, part: number): Sighting[] {
  const { draft, row } = clause
  const status = statusOfVerb(clause, at)
  if (status === 'none') return []
  const mods = modifiersOf(clause, at)
  const subject = subjectOf(clause, at)
  const rule = `${kind}: ${label}`
  if (kind === 'visit' && host === null)
    return visits(clause, at, mods, people(clause, subject), status, [{ prep: 'to', part }], rule)
  const others = groupFrom(draft, row, part)!.entities.filter((index) => isPerson(draft, index))
  const first = subject.filter((index) => !others.includes(index))
  if (others.length === 0 || first.length === 0) return []
  const foreign = statesOf(draft, others).some((state) => !statesOf(draft, first).includes(state))
  if (!foreign) return []
  const found = encounters(clause, at, mods, first, others, kind, status, rule)
  if (host === null) return found
  return found.map((sighting) => withHost(clause, sighting, host === 'subject' ? first : others))
}

/** "faced each other": the subject is both sides. */
function together(clause: Clause, at: number, { kind, label }: Idiom): Sighting[] {
  const status = statusOfVerb(clause, at)
  const subject = people(clause, subjectOf(clause, at))
  if (status === 'none' || statesOf(clause.draft, subject).length < 2) return []
  return encounters(clause, at, modifiersOf(clause, at), subject, [], kind, status, `${kind}: ${label}`)
}

/** "had the premier to dinner": who gives it is at home, unless the text tells another place. */
function withHost({ draft }: Clause, sighting: Sighting, hosts: number[]): Sighting {
  const state = sighting.where.state ?? statesOf(draft, hosts)[0] ?? null
  const all = sighting.parties
  return {
    ...sighting,
    hosts: all.filter((index) => hosts.includes(index)),
    visitors: all.filter((index) => !hosts.includes(index)),
    parties: [],
    where: { ...sighting.where, state },
  }
}
