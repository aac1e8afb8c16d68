// Dictionary form of a word, from its Penn tag: learned endings where a model has them, else plain rules.

/** Learned endings: `${Penn tag} ${ending}` → [letters to cut, letters to add]; a whole word's ending starts with "^". */
export type LemmaRules = ReadonlyMap<string, readonly [number, string]>

/** The longest ending a rule looks at. */
export const longestEnding = 7

/** Lower-case lemma: ("met", "VBD") → "meet", ("countries", "NNS") → "country". Names keep their form, in lower case. */
export function lemmatize(word: string, pennTag: string, rules: LemmaRules | null): string {
  const lower = word.length > 64 ? word.slice(0, 64).toLowerCase() : word.toLowerCase()
  if (rules === null) return plainLemma(lower, pennTag)
  for (let length = Math.min(longestEnding, lower.length + 1); length >= 0; length--) {
    const rule = rules.get(`${pennTag} ${endingOf(lower, length)}`)
    if (rule !== undefined && (rule[0] < lower.length || rule[1] !== ''))
      return lower.slice(0, lower.length - rule[0]) + rule[1]
  }
  return plainLemma(lower, pennTag)
}

/** The last `length` characters of a word that starts with a mark: ("met", 4) → "^met". */
export const endingOf = (word: string, length: number): string =>
  length > word.length ? `^${word}` : word.slice(word.length - length)

/** Regular endings only: "talks" → "talk", "visited" → "visit", "planning" → "plan". */
function plainLemma(lower: string, pennTag: string): string {
  const irregular = irregularForms.get(lower)
  if (irregular !== undefined && pennTag.startsWith('V')) return irregular
  switch (pennTag) {
    case 'NNS':
    case 'VBZ':
      return singular(lower)
    case 'VBD':
    case 'VBN':
      return lower.endsWith('ed') && lower.length > 4 ? stem(lower.slice(0, -2)) : lower
    case 'VBG':
      return lower.endsWith('ing') && lower.length > 5 ? stem(lower.slice(0, -3)) : lower
    default:
      return lower
  }
}

function singular(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.length < 4) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  return /(?:[sc]h|x|ss|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

function stem(root: string): string {
  if (root.endsWith('i')) return `${root.slice(0, -1)}y`
  if (/([bdgmnprt])\1$/.test(root)) return root.slice(0, -1)
  return /(?:[^aeiou]at|[aeiou]c|nc|v|[aeiou]g|dg|rg|[^s]us|ir)$/.test(root) ? `${root}e` : root
}

const irregularForms = new Map(
  (
    'is be am be are be was be were be been be has have had have does do did do done do said say met meet held hold told tell ' +
    'made make went go gone go came come took take taken take gave give given give spoke speak spoken speak left leave saw see ' +
    'seen see paid pay led lead sent send became become began begin got get found find wrote write written write stood stand ' +
    "brought bring thought think kept keep 's be 're be 'm be 've have ’s be ’re be ’m be ’ve have"
  )
    .split(' ')
    .map((word, at, all) => [word, all[at + 1]!] as const)
    .filter((_, at) => at % 2 === 0),
)
