// The office to record for a person: the best of the phrases that the text gives.
import type { Draft } from './draft.ts'
import type { Cluster } from './linking-people.ts'
import type { Naming } from './mentions.ts'
import { scanOf } from './names-scan.ts'
import type { Office } from './offices.ts'

export interface ChosenOffice {
  words: string
  level: number
}

/** Words and level of a person's office; null when the text gives none. Ranks ("General") count only when nothing else does. */
export function officeWords(cluster: Cluster): ChosenOffice | null {
  const phrases = cluster.namings.flatMap((naming) => naming.offices).filter((office) => !isOutside(office))
  const ranked = phrases.filter((office) =>
    office.titles.some((title) => title.class !== 'military-rank' && title.class !== 'relation'),
  )
  const pool = ranked.length > 0 ? ranked : phrases
  if (pool.length === 0) return null
  const kept = dropShorter(countWords(pool))
  const level = Math.min(...kept.map((one) => one.level))
  return {
    words: kept
      .map((one) => one.words)
      .slice(0, 3)
      .join('; '),
    level,
  }
}

/** Bodies that are no state's: their directors and spokespersons are not officials for us. */
const PRIVATE =
  /\b(institute|university|college|company|corporation|foundation|association|club|church|newspaper|magazine|museum|hospital|school|think tank|group|militia|airlines?|motors|bank of america|studios?)\b/i
const LOOSE =
  /^(spokes\w+|head|chief|director|chairman|chairwoman|chairperson|chair|leader|commander|deputy \w+|secretary|president|general manager|executive director|representative|coordinator|adviser|advisor|member|deputy|secretary general|secretary-general)$/

/** Whether holding the office makes an official: not the director of an institute or the spokesman of a militia. */
export function isPublicOffice(office: Office): boolean {
  if (office.state !== null && !PRIVATE.test(office.words)) return true
  if (PRIVATE.test(office.words)) return false
  const loose = office.titles.every((title) => LOOSE.test(title.id))
  return !(loose && office.obscure && office.organization === null)
}

/**
 * "his Egyptian counterpart, X": X holds the office of whoever was named before. The phrase is replaced by that office,
 * so that the record says "Foreign Minister" and not "counterpart". "His successor, X" serves the same state too.
 */
export function lendOffices(draft: Draft, clusters: Cluster[]): void {
  const order = clusters
    .flatMap((cluster) => cluster.namings.map((naming) => ({ cluster, naming })))
    .sort((a, b) => a.naming.first - b.naming.first)
  order.forEach(({ cluster, naming }, at) => {
    const relation = naming.offices.findIndex(isRelation)
    if (relation === -1) {
      if (isOwned(naming))
        cluster.kin ??= ownerOf(draft, naming, order.slice(Math.max(0, at - 20), at))?.cluster ?? null
      return
    }
    const before = order.slice(Math.max(0, at - 20), at).filter((one) => one.cluster !== cluster)
    const lender = ownerOf(draft, naming, before)?.cluster
    if (lender && isAbroad(naming.offices[relation]!)) cluster.peer = lender
    else if (lender) cluster.kin = lender
    const office = lender && bestOffice(lender)
    if (office)
      naming.offices[relation] = {
        ...office,
        plural: false,
        state: naming.state,
        states: naming.state ? [naming.state] : [],
      }
  })
}

/** "his foreign minister, Oru Tamm": of the state of whoever "he" is. */
const isOwned = ({ offices, state }: Naming): boolean =>
  state === null && /^(?:his|her)$/.test(offices[0]?.determiner ?? '')

interface Told {
  cluster: Cluster
  naming: Naming
}

/** Whose predecessor or minister: the one named last; where the sentence opens with "His …", whoever the sentences before open with. */
function ownerOf(draft: Draft, naming: Naming, before: Told[]): Told | undefined {
  const { atoms } = scanOf(draft)
  const { sentence } = atoms[naming.first]!
  const opens = naming.first === 0 || atoms[naming.first - 1]!.sentence !== sentence
  if (!opens || !/^(?:his|her)$/.test(naming.offices[0]?.determiner ?? '')) return before.at(-1)
  const { sentences, tokens } = draft.analysis
  for (let back = sentence - 1; back >= Math.max(0, sentence - 5); back--) {
    // "He was to have visited Ellion." goes on about the same man
    if (/^(?:he|she|his|her)$/i.test(tokens[sentences[back]?.first ?? -1]?.text ?? '')) continue
    const first = before.find((one) => atoms[one.naming.first]!.sentence === back)
    if (first) return first
  }
  return before.at(-1)
}

/** Predecessors and successors serve the state of the one they are told by. */
export function shareStates(clusters: Cluster[]): void {
  for (const cluster of clusters) if (cluster.kin !== null) cluster.state ??= cluster.kin.state
}

const isRelation = (office: Office): boolean =>
  office.titles.every((title) =>
    /^(counterpart|colleague|opposite number|successor|predecessor)/.test(title.id),
  )

const isAbroad = (office: Office): boolean =>
  office.titles.some((title) => title.class === 'relation' && !/cessor$/.test(title.id))

function bestOffice(cluster: Cluster): Office | undefined {
  return cluster.namings
    .slice(0, 40)
    .flatMap((naming) => naming.offices)
    .filter((office) => !isOutside(office) && office.titles.some((title) => title.class !== 'relation'))
    .toSorted((a, b) => b.words.length - a.words.length)[0]
}

const isOutside = (office: Office): boolean =>
  office.titles.every((title) => title.class === 'not-an-official')

interface Phrase {
  words: string
  key: Set<string>
  level: number
}

/** Each wording once, singular, in the order of the text. */
function countWords(offices: Office[]): Phrase[] {
  const seen = new Map<string, Phrase>()
  for (const office of offices) {
    const words = tidy(office.plural ? singular(office) : office.words)
    const key = words.toLowerCase()
    if (words && !seen.has(key))
      seen.set(key, {
        words,
        key: new Set(key.split(/[^\p{L}]+/u).filter((word) => word.length > 2)),
        level: office.level,
      })
  }
  return [...seen.values()]
}

/** "PRESIDENT" → "President"; other words stand as they are. */
function tidy(words: string): string {
  return words.replace(/\b[A-Z]{4,}\b/g, (word) =>
    /[AEIOU]/.test(word) && !/^(ASEAN|UNESCO|UNICEF|OPEC|BRICS|NATO|IAEA|AUKUS|APEC|USAID)$/.test(word)
      ? word[0] + word.slice(1).toLowerCase()
      : word,
  )
}

function singular(office: Office): string {
  const title = office.titles.at(-1)!.id
  const shown = title
    .replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/ (Of|For|To|And|The) /g, (word) => word.toLowerCase())
  return shown
}

/** "Secretary" says nothing beside "Secretary of State"; "leader" nothing beside "Supreme Leader". */
function dropShorter(phrases: Phrase[]): Phrase[] {
  return phrases.filter(
    (one, i) =>
      !phrases.some((other, j) => i !== j && says(other, one) && (other.key.size > one.key.size || j < i)),
  )
}

const VAGUE = new Set([
  'leader',
  'secretary',
  'general',
  'minister',
  'official',
  'head',
  'chief',
  'director',
  'deputy',
  'envoy',
  'chairman',
  'diplomat',
  'spokesperson',
  'spokesman',
  'spokeswoman',
  'governor',
  'assistant',
  'under',
  'state',
  'predecessor',
  'successor',
  'counterpart',
  'dignitary',
  'adviser',
  'advisor',
])

/** Whether `long` tells all that `short` does. */
function says(long: Phrase, short: Phrase): boolean {
  const missing = [...short.key].filter((word) => !long.key.has(word))
  if (missing.length === 0) return true
  return missing.length === short.key.size && missing.every((word) => VAGUE.has(word))
}
