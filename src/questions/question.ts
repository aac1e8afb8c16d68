// What a question is: declared once; CLI, HTTP, MCP, the workbench's form and the docs come from the declaration.
import type { z } from 'zod'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { CountingRule } from '../knowledge/rules.ts'
import type { Database } from '../record/database.ts'
import type { Answer } from './answer.ts'
import type { Apart } from './apart.ts'

/** What a question may use: the record (read only), the packs, the day it is asked as known on, the counting rule. */
export interface QuestionContext {
  database: Database
  knowledge: Knowledge
  /** Instant, UTC ISO 8601. */
  asKnownOn: string
  /** Nobody named a day: `asKnownOn` is now, or the record's last write where its clock is ahead of ours. */
  isNow?: boolean
  rule: CountingRule
  /** Documents the answer must not stand on (a text whose own claims are checked); absent: none. */
  apart?: Apart
}

export interface Question<Input extends z.ZodObject = z.ZodObject> {
  /** One lower-case word: what `chancery ask NAME` takes. */
  name: string
  title: string
  /** A sentence with blanks named after the input's fields: "the highest-ranking visitor from {from} to {to} since {since}". */
  sentence: string
  /** What it answers, what it refuses and how it counts, in one paragraph of Markdown. */
  definition: string
  input: Input
  /** Never throws for an empty record: it answers "not known" and why. */
  ask(context: QuestionContext, input: z.infer<Input>): Promise<Answer>
}
