// Faults put into the source one at a time, to see whether a test notices: each changes one operator, number or order, in TypeScript or in
// the SQL that stands in it.

/** One fault: what stands there, and what is put in its place. */
export interface Mutant {
  file: string
  line: number
  kind: string
  /** The whole line, before and after. */
  before: string
  after: string
}

const swaps: [kind: string, found: RegExp, put: string | ((found: string) => string)][] = [
  ['edge of a comparison', / (?:<=|>=) /g, (found) => found.replace('=', '')],
  ['edge of a comparison', / [<>] (?!\()/g, (found) => ` ${found.trim()}= `],
  ['equal for unequal', / === /g, ' !== '],
  ['unequal for equal', / !== /g, ' === '],
  ['and for or', / && /g, ' || '],
  ['or for and', / \|\| /g, ' && '],
  ['no longer negated', /(?<=[( ])!(?=[a-z(])/g, ''],
  ['minus for plus', / \+ (?=\d|[a-z]+\b(?!\())/g, ' - '],
  ['plus for minus', / - (?=\d|[a-z])/g, ' + '],
  ['one more', /(?<=[ ([])\d{1,3}(?=[ ),\]])/g, (found) => String(Number(found) + 1)],
  ['every for some', /\.some\(/g, '.every('],
  ['some for every', /\.every\(/g, '.some('],
  ['largest for smallest', /Math\.min\(/g, 'Math.max('],
  ['smallest for largest', /Math\.max\(/g, 'Math.min('],
  ['false for true', /\btrue\b(?!')/g, 'false'],
  ['true for false', /\bfalse\b(?!')/g, 'true'],
  ['SQL: the other order', / desc\b/g, ' asc'],
  ['SQL: exists for not exists', /\bnot exists\b/g, 'exists'],
  ['SQL: rejected too', /(?:\w+\.)?review <> 'rejected'/g, 'true'],
  ['SQL: every version', /(?:\w+\.)?known_to = 'infinity'/g, 'true'],
  ['SQL: withdrawn too', /(?:\w+\.)?retracted_at = 'infinity'/g, 'true'],
  ['SQL: latest for earliest', /\bearliest\b(?= |,|\))/g, 'latest'],
  ['SQL: largest for smallest', /\bmin\(/g, 'max('],
  ['SQL: smallest for largest', /\bmax\(/g, 'min('],
  ['SQL: all of the rows', /\bdistinct /g, ''],
]

/** What says nothing to a test: comments, imports, types, texts for people. */
const silent =
  /^\s*(?:\/\/|\/?\*|import\b|export type\b|export interface\b|type\b|interface\b|summary:|title:|definition:|sentence:|\.describe\()|\bdescribe\(|^\s*['`]/
const isType = /^\s*(?:export )?(?:type|interface) |^\s+\w+\??: (?:string|number|boolean)\b[^(]*$/

/** All faults that can be put into a file. */
export function mutantsOf(file: string, source: string): Mutant[] {
  return source.split('\n').flatMap((before, at) => {
    if (silent.test(before) || isType.test(before)) return []
    return swaps.flatMap(([kind, found, put]) =>
      [...before.matchAll(found)].map((match) => ({
        file,
        line: at + 1,
        kind,
        before,
        after:
          before.slice(0, match.index) +
          (typeof put === 'string' ? put : put(match[0])) +
          before.slice(match.index + match[0].length),
      })),
    )
  })
}

/** The source with the fault in it. */
export const withFault = (source: string, { line, after }: Mutant): string =>
  source
    .split('\n')
    .map((one, at) => (at === line - 1 ? after : one))
    .join('\n')
