// docs/03-questions.md says what the declarations say.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeQuestion } from './handbook.ts'
import { questions } from './index.ts'

const page = readFileSync(new URL('../../docs/03-questions.md', import.meta.url), 'utf8')

test.each(questions.map((question) => [question.name, question] as const))(
  '%s is documented as declared',
  (_name, question) => {
    // To mend: npx tsx docs/write-questions.ts
    expect(page).toContain(describeQuestion(question))
  },
)
