// Heads on demand: most sentences are only asked for their tags, so the tree of a sentence is found when a word is first asked for its head.
import type { Tag, Token } from './analysis.ts'
import type { Model, TaggedWords } from './model.ts'
import type { TokenSpans } from './tokenizer.ts'

/** The tree of one sentence, found once. `first`: index of its first token. */
export class LazyTree {
  readonly first: number
  readonly words: readonly string[]
  readonly #model: Model
  #found: { heads: Int32Array; relations: string[] } | null = null

  constructor(model: Model, words: readonly string[], first: number) {
    this.#model = model
    this.words = words
    this.first = first
  }

  /** Index of the head of the sentence's word `at`; -1 for the root and for words beyond the parser's reach. */
  headOf(at: number): number {
    const head = this.tree().heads[at] ?? -1
    return head < 0 ? -1 : head + this.first
  }

  relationOf(at: number): string {
    return this.tree().relations[at] ?? 'dep'
  }

  private tree(): { heads: Int32Array; relations: string[] } {
    this.#found ??= this.#model.parseWords(this.words)
    return this.#found
  }
}

/** A token of a parsed text; its head and relation come with the first question for one of them in its sentence. */
export class ParsedToken implements Token {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lemma: string
  readonly tag: Tag
  readonly pennTag: string
  readonly #tree: LazyTree

  constructor(tree: LazyTree, spans: TokenSpans, tagged: TaggedWords, at: number) {
    this.index = tree.first + at
    this.start = spans.starts[this.index]!
    this.end = spans.ends[this.index]!
    this.text = tree.words[at]!
    this.lemma = tagged.lemmas[at] ?? this.text
    this.tag = tagged.tags[at] ?? 'X'
    this.pennTag = tagged.pennTags[at] ?? 'FW'
    this.#tree = tree
  }

  get head(): number {
    return this.#tree.headOf(this.index - this.#tree.first)
  }

  get relation(): string {
    return this.#tree.relationOf(this.index - this.#tree.first)
  }
}
