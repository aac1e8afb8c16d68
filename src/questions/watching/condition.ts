// What a watch waits for: a condition says what of an answer counts, and a mark that was not there before fires. Comparing is pure.
import type { AnswerRow } from '../answer.ts'
import type { QuestionContext } from '../question.ts'

/** The part of a row that a firing keeps. */
export type MarkRow = Pick<AnswerRow, 'type' | 'id' | 'label' | 'date'>

/** Something that stands in an answer. It is news when no mark of that key stood there before. */
export interface Mark {
  key: string
  /** What it says, in a sentence. */
  words: string
  rows: MarkRow[]
  /** News only if later than all that was seen before (`reached`); absent: whenever it is new. */
  day?: string
}

export interface Observation {
  /** The answer in words. */
  words: string
  marks: Mark[]
  /** Latest day that was seen; absent where days do not matter. */
  reached?: string | null
}

export interface Condition {
  name: string
  /** What it waits for, in words. */
  title: string
  /** Questions it goes with; 'any': all. */
  questions: string[] | 'any'
  /** What `days` means; absent: the condition has no measure. */
  days?: { means: string; required: boolean }
  observe(
    context: QuestionContext,
    asked: { question: string; input: Record<string, unknown>; days: number | null },
  ): Promise<Observation>
}

/** The marks of `after` that are news to who has seen `before`. */
// => newsIn({ words: '', marks: [] }, { words: '', marks: [{ key: 'a', words: 'A', rows: [] }] })[0]!.key === 'a'
export function newsIn(before: Observation, after: Observation): Mark[] {
  const known = new Set(before.marks.map((mark) => mark.key))
  const isLater = ({ day }: Mark): boolean => day === undefined || !before.reached || day > before.reached
  return after.marks.filter((mark) => !known.has(mark.key) && isLater(mark))
}

export const markRow = ({ type, id, label, date }: AnswerRow): MarkRow => ({ type, id, label, date })
