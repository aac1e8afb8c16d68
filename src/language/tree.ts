// Walks over the trees of an analysis: children, subtrees, arguments of a verb, noun phrases, coordination.
// Everything takes and gives token indices; an index of -1, in or out, means "none". Made once per analysis.
import type { Analysis, Token } from './analysis.ts'

/** A run of tokens: `first` up to, not including, `last`. */
export interface TokenRange {
  first: number
  last: number
}

/** Relations that make a noun phrase; a clause or a coordinated phrase hanging on the noun is not part of its chunk. */
const inChunk = new Set(
  'det amod compound nummod nmod:poss flat fixed case:poss det:predet nmod:desc compound:prt goeswith advmod nmod:unmarked cc:preconj flat:name punct'.split(
    ' ',
  ),
)
const subjects = new Set(['nsubj', 'csubj', 'nsubj:outer', 'csubj:outer'])
const passiveSubjects = new Set(['nsubj:pass', 'csubj:pass'])
const clauses = new Set([
  'root',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'acl:relcl',
  'advcl:relcl',
  'parataxis',
  'csubj',
  'csubj:pass',
])

/** The relation without its subtype: "nsubj:pass" → "nsubj". */
export const plainRelation = (relation: string): string => {
  const colon = relation.indexOf(':')
  return colon < 0 ? relation : relation.slice(0, colon)
}

/** The trees of one analysis. Built in one pass; every question costs what it visits. */
export class Tree {
  readonly tokens: readonly Token[]
  private readonly firstChild: Int32Array
  private readonly nextSibling: Int32Array

  constructor(analysis: Analysis) {
    this.tokens = analysis.tokens
    const count = this.tokens.length
    this.firstChild = new Int32Array(count).fill(-1)
    this.nextSibling = new Int32Array(count).fill(-1)
    for (let index = count - 1; index >= 0; index--) {
      const { head } = this.tokens[index]!
      if (head < 0) continue
      this.nextSibling[index] = this.firstChild[head]!
      this.firstChild[head] = index
    }
  }

  head = (index: number): number => this.tokens[index]?.head ?? -1
  relation = (index: number): string => this.tokens[index]?.relation ?? ''

  /** Dependents in the order of the text, all or those with one of `relations` ("obl" takes "obl:agent" along). */
  children(index: number, ...relations: string[]): number[] {
    const found: number[] = []
    for (let child = this.firstChild[index] ?? -1; child >= 0; child = this.nextSibling[child]!)
      if (relations.length === 0 || this.is(child, ...relations)) found.push(child)
    return found
  }

  /** First dependent with one of `relations`. */
  child(index: number, ...relations: string[]): number {
    for (let child = this.firstChild[index] ?? -1; child >= 0; child = this.nextSibling[child]!)
      if (this.is(child, ...relations)) return child
    return -1
  }

  /** Whether the token hangs on its head by one of `relations`; a plain name covers its subtypes. */
  is(index: number, ...relations: string[]): boolean {
    const relation = this.relation(index)
    return relations.includes(relation) || relations.includes(plainRelation(relation))
  }

  /** The token and everything below it, in the order of the text. Not recursive: trees may be deep. */
  subtree(index: number): number[] {
    if (index < 0) return []
    const found = [index]
    for (let at = 0; at < found.length; at++)
      for (let child = this.firstChild[found[at]!] ?? -1; child >= 0; child = this.nextSibling[child]!)
        found.push(child)
    return found.sort((a, b) => a - b)
  }

  /** From the first to the last token of the subtree (what lies between in a crossing tree is included). */
  subtreeRange(index: number): TokenRange {
    const inside = this.subtree(index)
    return { first: inside[0] ?? -1, last: (inside.at(-1) ?? -2) + 1 }
  }

  /** The token's heads from the nearest to the root. */
  ancestors(index: number): number[] {
    const found: number[] = []
    for (let at = this.head(index); at >= 0; at = this.head(at)) found.push(at)
    return found
  }

  /** Whether `index` is `above` or lies below it. */
  isUnder(index: number, above: number): boolean {
    for (let at = index; at >= 0; at = this.head(at)) if (at === above) return true
    return false
  }

  root(index: number): number {
    return this.ancestors(index).at(-1) ?? index
  }

  /** Who acts: "Oru met Lee" → Oru; also of a second verb ("came and met": met → came's subject). Active only. */
  subject(verb: number): number {
    const found = this.borrowed(verb, subjects)
    return found >= 0 ? found : this.headlineSubject(verb)
  }

  /** "Oru to Visit Norland": in a headline the infinitive hangs on the one who is to act. */
  private headlineSubject(verb: number): number {
    const head = this.head(verb)
    if (
      this.relation(head) !== 'root' ||
      !this.is(verb, 'acl', 'xcomp', 'advcl') ||
      this.tokens[head]!.tag === 'VERB'
    )
      return -1
    const mark = this.child(verb, 'mark')
    const nominal = this.tokens[head]!.tag === 'PROPN' || this.tokens[head]!.tag === 'NOUN'
    return nominal && mark > head && this.tokens[mark]!.pennTag === 'TO' ? head : -1
  }

  /** Who is acted on in a passive: "The talks were postponed" → talks. */
  passiveSubject(verb: number): number {
    return this.borrowed(verb, passiveSubjects)
  }

  /** The subject, or that of the verb which lends it: "came and met" (conj), "plans to meet" (xcomp). */
  private borrowed(verb: number, wanted: ReadonlySet<string>): number {
    for (let at = verb; at >= 0; at = this.head(at)) {
      for (let child = this.firstChild[at] ?? -1; child >= 0; child = this.nextSibling[child]!) {
        const relation = this.relation(child)
        if (wanted.has(relation)) return child
        if (subjects.has(relation) || passiveSubjects.has(relation)) return -1
      }
      if (!this.is(at, 'conj', 'xcomp')) return -1
    }
    return -1
  }

  /** Direct object: "met Lee" → Lee. */
  object(verb: number): number {
    return this.child(verb, 'obj')
  }

  indirectObject(verb: number): number {
    return this.child(verb, 'iobj')
  }

  /** By whom a passive is done: "was received by the king" → king. In "spoke by phone" nobody is. */
  agent(verb: number): number {
    if (!this.isPassive(verb)) return -1
    const marked = this.child(verb, 'obl:agent')
    return marked >= 0 ? marked : this.oblique(verb, 'by')
  }

  /** First oblique or noun modifier with that preposition: oblique(met, "with"), oblique(talks, "between"). */
  oblique(head: number, ...prepositions: string[]): number {
    return this.obliques(head).find((child) => prepositions.includes(this.preposition(child))) ?? -1
  }

  /** Every oblique or noun modifier of the token. */
  obliques(head: number): number[] {
    return this.children(head, 'obl', 'nmod').filter((child) => this.relation(child) !== 'nmod:poss')
  }

  /** The preposition of a noun phrase, lower case, fixed ones whole ("because of", "ahead of"); '' when none. */
  preposition(noun: number): string {
    const marker = this.child(noun, 'case')
    if (marker < 0) return ''
    return [marker, ...this.children(marker, 'fixed')]
      .map((at) => this.tokens[at]!.text.toLowerCase())
      .join(' ')
  }

  /** Whose: "the minister's visit" → minister, "his visit" → his. */
  possessor(noun: number): number {
    return this.child(noun, 'nmod:poss')
  }

  /** All parts of the coordination that the token belongs to, in the order of the text: "Oru, Lee and So". */
  conjuncts(index: number): number[] {
    let first = index
    while (this.is(first, 'conj') && this.head(first) >= 0) first = this.head(first)
    const found = [first]
    for (let at = 0; at < found.length; at++) found.push(...this.children(found[at]!, 'conj'))
    return found.sort((a, b) => a - b)
  }

  /** Appositions of a noun: "Lee, the minister," → minister. */
  appositions(noun: number): number[] {
    return this.children(noun, 'appos')
  }

  /** The verb (or predicate) of the clause that the token stands in; the token itself when it is one. */
  governor(index: number): number {
    for (let at = index; at >= 0; at = this.head(at)) if (this.isPredicate(at)) return at
    return -1
  }

  /** Heads a clause: a verb, or a noun or adjective with a copula. */
  isPredicate(index: number): boolean {
    const token = this.tokens[index]
    if (token === undefined) return false
    if (token.tag === 'VERB' && !this.is(index, 'amod', 'compound', 'case', 'mark', 'fixed')) return true
    return clauses.has(token.relation) && (this.child(index, 'cop') >= 0 || this.subject(index) >= 0)
  }

  /** Auxiliaries of a predicate, in order. */
  auxiliaries(verb: number): number[] {
    return this.children(verb, 'aux', 'cop')
  }

  /** The modal of a predicate in lower case ("will", "may", "would"); '' when none. 'll counts as "will". */
  modal(verb: number): string {
    const modal = this.auxiliaries(verb).find((at) => this.tokens[at]!.pennTag === 'MD')
    if (modal === undefined) return ''
    const word = this.tokens[modal]!.text.toLowerCase()
    return modals[word] ?? word
  }

  /** "was received"; also without an auxiliary, where somebody is said to do it: "a dinner hosted by the king". */
  isPassive(verb: number): boolean {
    if (this.child(verb, 'aux:pass', 'nsubj:pass', 'csubj:pass') >= 0) return true
    return this.tokens[verb]?.pennTag === 'VBN' && this.child(verb, 'obl:agent') >= 0
  }

  /** "did not meet", "never met", "no talks", "without meeting". */
  isNegated(index: number): boolean {
    return this.children(index, 'advmod', 'det', 'mark', 'case', 'cc').some((at) =>
      negations.has(this.tokens[at]!.text.toLowerCase()),
    )
  }

  /** The noun phrase around a head: determiner, adjectives, compounds and name parts, no clauses or later modifiers. */
  nounChunk(head: number): TokenRange {
    const inside = this.gathered(head)
    let [first, last] = [head, head + 1]
    while (inside.has(first - 1)) first--
    while (inside.has(last)) last++
    return { first, last }
  }

  private gathered(head: number): Set<number> {
    const open = [head]
    for (let at = 0; at < open.length; at++)
      for (const child of this.children(open[at]!))
        if (inChunk.has(this.relation(child)) && !this.isOuterMark(child, head)) open.push(child)
    // The possessive mark lies between the parts: "the minister 's first visit"
    for (const at of [...open])
      open.push(...this.children(at, 'case').filter((mark) => this.tokens[mark]!.pennTag === 'POS'))
    return new Set(open)
  }

  private isOuterMark(child: number, head: number): boolean {
    const { tag, text } = this.tokens[child]!
    return tag === 'PUNCT' && (text !== '-' || child > head)
  }

  /** The words of a range as they stand in the text. */
  text({ first, last }: TokenRange, text: string): string {
    const [from, to] = [this.tokens[first], this.tokens[last - 1]]
    return from === undefined || to === undefined ? '' : text.slice(from.start, to.end)
  }
}

const modals: Record<string, string> = {
  "'ll": 'will',
  '’ll': 'will',
  wo: 'will',
  ca: 'can',
  "'d": 'would',
  '’d': 'would',
}
const negations = new Set(['not', "n't", 'n’t', 'never', 'no', 'without', 'neither', 'nor'])
