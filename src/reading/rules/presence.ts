// Visits told by what an official does abroad: "opened a hospital in Ellion", "told reporters in Port Ellion", "was feted in Ellion".
import { subjectOf } from '../arguments.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import { type Clause, isPerson, type Rule } from '../sighting.ts'
import { visits } from './visiting.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** What one must be there to do; with an object, what the object must be. */
const bodily =
  words(`inspect pray kneel eat sleep overnight rest holiday vacation golf stroll alight mingle lecture dine lunch breakfast
queue sightsee rally hike disembark dance sing tour`)
const bodilyWith: Record<string, RegExp> = {
  lay: /^(?:wreaths?|flowers|stone|cornerstone|foundation)$/, plant: /^trees?$/, cut: /^(?:ribbon|tape)$/,
  open: /^(?:hospital|wing|school|embassy|consulate|bridge|road|exhibition|factory|plant|office|clinic|port|fair|pavilion|headquarters|complex|stadium|library|cent(?:re|er)|museum|airport|terminal|dam|mosque|memorial|barracks|plant)$/,
  inaugurate: /./, unveil: /^(?:plaque|statue|bust|monument|memorial)$/, attend: /^(?:mass|service|match|opening|game|rally|launch|premiere)$/,
  address: /^(?:parliament|students|assembly|congress|crowds?|lawmakers|rally|audience|troops|mps|senate|deputies)$/,
  sign: /^(?:book|register|condolence)$/, watch: /^(?:match|parade|game|drill|exercise|race)$/,
} // biome-ignore format: a table

/** What is said by one who is there, where the place stands right behind. */
const spoken = words(
  'speak say tell announce promise pledge confirm insist add repeat argue declare vow hint',
)
const hearers =
  /^(?:reporters|journalists|newsmen|students|lawmakers|mps|parliament|deputies|diplomats|executives|troops|crowds?|audience)$/

/** What is done to one who is there. */
const suffered =
  words(`welcome await expect greet fete receive see spot photograph seat fly drive ferry whisk applaud boo jeer mob honour honor decorate
cheer drive bring take send summon invest crown bury treat`)

/** Those who live abroad for their office, and those who speak for another. */
const posted =
  /\b(?:ambassador|consul|charg[ée]|high commissioner|resident|attach[ée]|spokes\w+|permanent representative)\b/i

/** An official of another state who does, says or suffers something in a place abroad was there. */
export const presence: Rule = (clause, at) => {
  const { draft, row } = clause
  const verb = row[at]!.verb!
  const mods = modifiersOf(clause, at)
  const places = mods.places.filter(
    ({ prep, part }) =>
      /^(?:in|at)$/.test(prep) &&
      row[part]!.mention!.kind === 'place' &&
      tellsPresence(clause, at, mods, part),
  )
  if (places.length === 0 || places.length > 2) return []
  const travellers = subjectOf(clause, at).filter((index) => {
    const { official, name, state, office } = draft.entities[index]!
    return isPerson(draft, index) && official && name !== null && state !== null && !posted.test(office ?? '')
  })
  const status = statusOfVerb(clause, at)
  if (travellers.length === 0 || travellers.length > 3 || status === 'possible') return []
  return visits(
    clause,
    at,
    { ...mods, order: [] },
    travellers,
    status,
    places.slice(0, 1),
    `visit: ${verb.lemma} abroad`,
  )
}

function tellsPresence({ row }: Clause, at: number, mods: Modifiers, part: number): boolean {
  const verb = row[at]!.verb!
  const between = row.slice(at + 1, part - 1)
  // "opened talks in Ellion", "attended a summit in Ellion": told by their nouns
  if (mods.nouns.some((noun) => noun.part < part && row[noun.part]!.trigger!.frame !== 'accord')) return false
  if (verb.passive)
    return suffered.has(verb.lemma) && between.every(({ kind }) => /^(?:time|adv|prep)$/.test(kind))
  if (spoken.has(verb.lemma))
    return (
      between.every(({ kind, word }) => /^(?:time|adv)$/.test(kind) || hearers.test(word)) ||
      /^(?:speak)$/.test(verb.lemma)
    )
  if (verb.tense === 'ing' || verb.tense === 'infinitive' || between.length > 8) return false
  const object = bodilyWith[verb.lemma]
  return bodily.has(verb.lemma) || (object !== undefined && between.some(({ word }) => object.test(word)))
}
