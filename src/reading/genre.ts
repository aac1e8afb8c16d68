// What kind of document a text is and whose side it speaks for, told from its own words and its publisher.
import type { Draft } from './draft.ts'
import type { Genre } from './reading.ts'

/** Signs of one genre: what is looked for in the title, in the opening and in the whole text, and what each is worth. */
interface Signs {
  genre: Genre
  title?: [RegExp, number][]
  /** Looked for in the first sentences only: further down a reporter tells of other people's plans and texts. */
  lead?: [RegExp, number][]
  opening?: [RegExp, number][]
  body?: [RegExp, number][]
}

const SIGNS: Signs[] = [
  {
    genre: 'readout',
    title: [
      [
        /\b(?:meeting|call|conversation|talks|meets|met|spoke|speaks|phone call|bilateral) (?:with|between|by)\b/i,
        2,
      ],
      [/^readout\b|\breadout of\b/i, 5],
      [/[’'](?:s)? (?:call|meeting|travel|visit|trip) (?:with|to)\b/i, 3],
    ],
    opening: [
      [/\battributable to\b/i, 5],
      [/\bhad a telephone conversation\b/i, 4],
      [/\boffice of the spokesperson\b/i, 3],
      [/\bspoke (?:today|by phone|by telephone|yesterday|on \w+) (?:with|to)\b/i, 2],
      [/\b(?:met|spoke) (?:today |yesterday )?with\b/i, 2],
      [/\breadout\b/i, 3],
      [
        /\bthe (?:secretary|president|minister|deputy secretary|under secretary) (?:and|discussed|underscored|reaffirmed|thanked|reiterated)\b/i,
        2,
      ],
    ],
    body: [[/\b(?:reaffirmed|underscored|reiterated|exchanged views|discussed)\b/gi, 0.4]],
  },
  {
    genre: 'announcement',
    title: [
      [/\b(?:travels?|travel|to travel|to visit|trip|visit) to\b/i, 2],
      [/^announcement|\bto host\b|\bwill\b|\bupcoming\b|\bstate visit of\b/i, 2],
    ],
    lead: [[/\bwill (?:travel|visit|pay|host|welcome|lead|attend|depart|meet)\b/i, 3]],
    opening: [
      [/\blook(?:s)? forward to (?:welcoming|hosting|visiting)\b/i, 3],
      [/\b(?:am|is|are) pleased to announce\b/i, 4],
      [/\bat the invitation of\b/i, 1],
    ],
  },
  {
    genre: 'communique',
    title: [
      [
        /\bjoint (?:statement|communiqu[eé]|declaration|press statement)\b|\bcommuniqu[eé]\b|\bdeclaration\b|\bstatement of\b/i,
        6,
      ],
      [/\bchair[’']s statement\b|\bleaders[’'] statement\b/i, 5],
    ],
    lead: [[/\bjoint (?:statement|declaration|communiqu[eé])\b/i, 3]],
    opening: [
      [/\bwe,? the (?:leaders|foreign ministers|ministers|heads|members)\b/i, 6],
      [/\bthe (?:text of the )?following (?:joint )?(?:statement|declaration)\b/i, 4],
      [/\bbegin text\b/i, 3],
    ],
    body: [
      [
        /\b(?:the two sides|both sides|the participants|the ministers|we) (?:agreed|reaffirm(?:ed)?|expressed|welcome(?:d)?|emphasi[sz]e(?:d)?|recogni[sz]e(?:d)?|reiterate(?:d)?|underscore(?:d)?)\b/gi,
        0.5,
      ],
      [/^[^\S\r\n]*\d+\.\s/gm, 0.15],
    ],
  },
  {
    genre: 'press-briefing',
    title: [
      [
        /\b(?:press|regular|daily|news) (?:briefing|conference)\b|\bpress availability\b|\bpress gaggle\b|\bbackground press call\b/i,
        6,
      ],
    ],
    opening: [[/\b(?:press|background) (?:briefing|conference|call|availability)\b/i, 3]],
    body: [
      [/^[^\S\r\n]*(?:QUESTION|Q|Question)\s*[:.]/gm, 1],
      [/^[^\S\r\n]*(?:MR|MS|MRS)\.? [\p{Lu}’'-]+:/gmu, 1],
    ],
  },
  {
    genre: 'speech',
    title: [
      [/\b(?:remarks|speech|address|opening statement|toast|keynote|lecture|interview|statement by)\b/i, 3],
      [/\bbefore their meeting\b/i, 4],
    ],
    opening: [
      [
        /\b(?:ladies and gentlemen|good (?:morning|afternoon|evening)|excellencies|thank you (?:very much )?(?:for|,|to))\b/i,
        3,
      ],
    ],
    body: [[/^[^\S\r\n]*[\p{Lu}][\p{Lu} .’'-]{4,40}:/gmu, 1]],
  },
  {
    genre: 'chronology',
    title: [
      [/\b(?:timeline|chronology|list of|visits by|calendar of|milestones|key dates|day by day)\b/i, 6],
    ],
    opening: [[/\btimeline\b|\bchronology\b/i, 3]],
    body: [
      [/^[^\n]*\t[^\n]*\t/gm, 0.8],
      [
        /^[^\S\r\n]*(?:[-*•]\s*)?(?:\d{1,2}(?:[-–]\d{1,2})? )?(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z]{3,9})(?: \d{1,2}(?:[-–]\d{1,2})?)?,?(?: \d{4})?\s*[.:–—-]/gm,
        1,
      ],
      [/^[^\S\r\n]*(?:19|20)\d\d\s*$/gm, 1],
    ],
  },
  {
    genre: 'analysis',
    title: [[/^(?:why|how|what|who)\b|\banalysis\b|\bopinion\b|\bcommentary\b|\?$/i, 4]],
    body: [
      [
        /\b(?:analysts|observers|speculat\w+|suggests? that|noteworthy|subtext|in that context|arguably|signal(?:s|ed)?|whether)\b/gi,
        0.6,
      ],
      [/\b(?:I|my)\b(?! \w+ (?:pleased|honou?red))/g, 0.15],
    ],
  },
  {
    genre: 'news',
    opening: [
      [/^[\p{Lu} ,/.]{4,40}(?:\(.{2,30}\) )?[–—-] /mu, 4],
      [/\bsaid (?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/, 3],
      [/\b(?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/, 2],
    ],
    body: [
      [/[”"],? (?:[\p{L}.’'-]+ ){1,6}(?:said|told|added)\b|\b(?:said|told reporters|according to)\b/giu, 0.5],
    ],
  },
]

/** The genre with the most signs; 'news' when none has any. Each sign in the body counts at most four points. */
export function genreOf(draft: Draft): Genre {
  const { text } = draft.analysis
  const parts = {
    title: draft.title ?? '',
    lead: text.slice(0, 400),
    opening: text.slice(0, 900),
    body: text.slice(0, 20_000),
  }
  let best: Genre = 'news'
  let bestScore = 1.5
  for (const signs of SIGNS) {
    const score = scoreOf(signs, parts)
    if (score > bestScore) [best, bestScore] = [signs.genre, score]
  }
  return best
}

function scoreOf(signs: Signs, parts: Record<'title' | 'lead' | 'opening' | 'body', string>): number {
  const present = (list: [RegExp, number][] | undefined, part: string): number =>
    (list ?? []).reduce((sum, [sign, worth]) => sum + (sign.test(part) ? worth : 0), 0)
  const counted = (signs.body ?? []).reduce(
    (sum, [sign, worth]) => sum + Math.min(4, worth * (parts.body.match(sign)?.length ?? 0)),
    0,
  )
  return (
    present(signs.title, parts.title) +
    present(signs.lead, parts.lead) +
    present(signs.opening, parts.opening) +
    counted
  )
}

/** Official genres speak for a side; reporters and lists for none. */
const OFFICIAL = new Set<Genre>(['readout', 'announcement', 'communique', 'press-briefing', 'speech'])

/**
 * The state whose side the text speaks for: its publisher's ("… of Ruritania"), or that of the officials it calls by title
 * alone ("the Secretary"), "our" and their press office. A joint statement of two states has none. null when not told.
 */
export function sideOf(draft: Draft): string | null {
  const publisher = draft.source.publisher ? stateNamed(draft, draft.source.publisher) : null
  if (publisher) return publisher
  if (!draft.genre || !OFFICIAL.has(draft.genre) || draft.genre === 'communique') return null
  return stateOfOffice(draft)
}

/** A state whose name, demonym or own body stands in the words. */
function stateNamed(draft: Draft, words: string): string | null {
  const folded = ` ${words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  for (const entry of draft.knowledge.lexicon.cues.publishers ?? []) {
    const [name, state] = entry.split('/')
    if (folded.includes(` ${name!.toLowerCase()} `)) return state ?? null
  }
  const hit = draft.knowledge.gazetteer.states.find((state) =>
    [state.name, ...state.names, ...state.demonyms].some(
      (name) => name.length > 2 && folded.includes(` ${name.toLowerCase()} `),
    ),
  )
  return hit?.id ?? null
}

/** The press offices and first persons of the lexicon in the opening: "Office of the Spokesperson", "our allies and partners … the United States". */
function stateOfOffice(draft: Draft): string | null {
  const opening = draft.analysis.text.slice(0, 1500)
  for (const entry of draft.knowledge.lexicon.cues['press-offices'] ?? []) {
    const [name, state] = entry.split('/')
    if (opening.includes(name!)) return state ?? null
  }
  return null
}
