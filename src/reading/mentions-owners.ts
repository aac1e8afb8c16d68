// A full name that a state owns: "Arvania's Ana Ruiz", "Ana Ruiz of Arvania"; and names that are a firm's, a place's or a newspaper's.
import type { PersonName } from './names-person.ts'
import { isCapital, type Scan } from './names-scan.ts'
import { PLAIN_WORDS } from './names-words.ts'

/** Last words of firms, clubs, papers and things; their first words look like given names ("Arvania's Korvan Motors"). */
const THINGS =
  /^(?:motors?|technolog(?:y|ies)|airlines?|airways|air|energy|petroleum|oil|gas|steel|industries|corporation|corp|inc|ltd|holdings?|telecom|mobile|systems|electric|electronics|pharma|capital|partners|times|post|herald|news|tribune|star|daily|tv|radio|media|united|real|sporting|club|league|festival|opera|ballet|orchestra|desert|sea|coast|peninsula|plateau|valley|dam|peak|pass|crossing|corridor|pact|accords?|principles?|doctrine|deal|line|pipeline|stream|star|movement|brigade|corps|guards?|fleet|command|patriotic|liberation|popular|people[’']?s|democratic|communist|socialist|liberal|conservative|labou?r|christian|muslim|islamic|jewish|catholic|orthodox|supreme|constitutional|high|central|national|federal|royal|grand|great|big|black|red|white|blue|green|golden|silver|iron)$/

/** Two to four words that look like a person's full name and nothing else. */
export function standsForState(scan: Scan, name: PersonName): boolean {
  const after = scan.atoms[name.next]
  const long = name.words.filter((word) => word.length > 1)
  return (
    long.length >= 2 &&
    name.words.length <= 5 &&
    !(isCapital(after) && !after!.broken) &&
    !name.words.some((word) => THINGS.test(word) || PLAIN_WORDS.has(word) || scan.isCommon(word)) &&
    !isShouted(scan, name)
  )
}

/** All in capitals, or two words run together ("BergPresident"): set by a machine, not written as a name. */
const isShouted = (scan: Scan, name: PersonName): boolean =>
  scan.atoms.slice(name.first, name.next).every((atom) => atom.shape === 'capitals') ||
  /\p{Ll}{3}\p{Lu}/u.test(name.text)

/** The state, or the seat of government, whose possessive stands right before atom `at`: "Arvania's", "the Marshall Islands'". */
export function ownerBefore(scan: Scan, at: number): string | null {
  if (scan.atoms[at - 1]?.text === ',') return demonymBefore(scan, at - 1)
  if (!/^[\u2019']s?$/.test(scan.atoms[at - 1]?.text ?? '')) return null
  for (let first = at - 2; first >= 0 && first >= at - 5; first--) {
    const hit = scan.hit(first)
    if (hit === null || hit.next !== at - 1) continue
    const { kind, class: sort, state } = hit.known
    return kind === 'state' || (kind === 'place' && (sort === 'capital' || sort === 'seat')) ? state : null
  }
  return null
}

/** "the Arvanian, Ana Ruiz,": a demonym that stands for one person. */
function demonymBefore(scan: Scan, comma: number): string | null {
  const hit = scan.hit(comma - 1)
  const article = /^(the|his|her|its)$/.test(scan.atoms[comma - 2]?.norm ?? '')
  return article && hit?.known.kind === 'demonym' && !hit.known.plural ? hit.known.state : null
}
