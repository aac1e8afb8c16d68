// Where a text is told from: "here" in a dispatch from Ellion, the capital that heads an item of a digest, the town whose guests are counted.
import type { Draft, Mention } from './draft.ts'
import { placeWords } from './places.ts'
import { nowhere, type Where } from './sighting.ts'

/** What a "here" or a "came" without a place may mean, surest first. */
export interface Frame {
  /** The place that heads the paragraph ("4. ELLION.", "ELLION, 7 June –") or the one above it. */
  stage(paragraph: number): Where
  /** Several places head paragraphs: each item is told from its own. */
  digest: boolean
  /** The place that the title names; `nowhere` when it names none or several. */
  title: Where
}

const frames = new WeakMap<Draft, Frame>()

/** The frame of a text, found once. */
export function frameOf(draft: Draft): Frame {
  const known = frames.get(draft)
  if (known) return known
  const stages = stagesOf(draft)
  const digest = new Set(stages.flatMap(({ state }) => state ?? [])).size > 1
  const frame: Frame = {
    stage: (paragraph) => stages[paragraph] ?? nowhere,
    digest,
    title: placeOfTitle(draft),
  }
  frames.set(draft, frame)
  return frame
}

/** The place over each paragraph: it stands until the next paragraph that is headed by one. */
function stagesOf(draft: Draft): Where[] {
  let [standing, at] = [nowhere, 0]
  return draft.analysis.paragraphs.map(({ start, end }) => {
    while (at < draft.mentions.length && draft.mentions[at]!.start < start) at++
    const first = draft.mentions[at]
    if (first && first.end <= end && (heads(draft, first, start) || isAlone(draft, first, start, end)))
      standing = whereOf(draft, first)
    return standing
  })
}

/** "ELLION, 7 June 2031 (Wire) – …", "4. ELLION. …", "PORT ELLION/SARVO – …": a place that opens its paragraph and is set off. */
function heads(draft: Draft, mention: Mention, start: number): boolean {
  const { text } = draft.analysis
  if (
    !/^(?:place|state)$/.test(mention.kind) ||
    !/^\s*(?:\d+[.)]\s*)?$/.test(text.slice(start, mention.start))
  )
    return false
  const name = text.slice(mention.start, mention.end)
  const behind = text.slice(mention.end, mention.end + 80)
  if (/^(?:,[^.\n]{1,30})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:[–—-]|--)\s/.test(behind)) return true
  const capitals = name === name.toUpperCase() && /\p{L}{2}/u.test(name)
  return capitals && /^(?:[/,] ?[^.:\n]{1,40})?[.:]\s/.test(behind)
}

/** "Port Ellion, 20 March 2031" on a line of its own. */
const isAlone = ({ analysis }: Draft, mention: Mention, start: number, end: number): boolean =>
  mention.kind === 'place' &&
  mention.start - start < 2 &&
  /^, [^.,;:]{3,20}(?:, \d{4})?\s*$/.test(analysis.text.slice(mention.end, end)) &&
  /\d/.test(analysis.text.slice(mention.end, end))

/** "Port Ellion's guests", "Generals in Port Ellion". */
function placeOfTitle(draft: Draft): Where {
  const places = inTitle(draft).filter(({ kind }) => kind === 'place')
  const states = new Set(places.flatMap(({ entity }) => draft.entities[entity]?.state ?? []))
  return states.size === 1 ? whereOf(draft, places[0]!) : nowhere
}

const homes = new WeakMap<Draft, Where>()

/** What the whole text is about: the place of its title, else the state that comes up far more often than any other; its officials count for it. */
export function homeOf(draft: Draft): Where {
  const known = homes.get(draft)
  if (known) return known
  const { title } = frameOf(draft)
  const home = title.state !== null ? title : mostTold(draft)
  homes.set(draft, home)
  return home
}

function mostTold(draft: Draft): Where {
  const title = inTitle(draft)
  const weights = new Map<string, number>()
  for (const mention of draft.mentions) {
    const state = draft.entities[mention.entity]?.state
    if (!state || mention.kind === 'pronoun') continue
    weights.set(state, (weights.get(state) ?? 0) + (title.includes(mention) ? 3 : 1))
  }
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (first === undefined || (second !== undefined && first[1] < 1.5 * second[1])) return nowhere
  return { words: null, state: first[0] }
}

/** Mentions of the first line, where it is short and not the only one. */
function inTitle({ analysis, mentions }: Draft): Mention[] {
  const [first, second] = analysis.paragraphs
  if (!first || !second || first.end - first.start > 140) return []
  return mentions.filter(({ end }) => end <= first.end)
}

const whereOf = (draft: Draft, mention: Mention): Where => {
  const state = draft.entities[mention.entity]?.state ?? null
  if (state === null) return nowhere
  return { words: mention.kind === 'place' ? titleCase(placeWords(draft, mention)) : null, state }
}

/** "PORT ELLION" → "Port Ellion". */
const titleCase = (words: string): string =>
  words === words.toUpperCase() ? words.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase()) : words
