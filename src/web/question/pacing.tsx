// The pace of A with C against B with C: the question's own answer, where the program has it.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AnswerView } from '../answer/view.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { askAnswer, askQuestions } from '../record.ts'

interface Props {
  a: string
  b: string
  c: string
  since?: string | undefined
  until?: string | undefined
  rule?: string | undefined
}

export function PaceOf({ a, b, c, since, until, rule }: Props): ReactNode {
  const questions = useQuery(askQuestions)
  const question = questions.data?.find((one) => one.name === 'pace')
  const names = Object.keys(question?.input.properties ?? {})
  // The first three fields of the question are the two compared and the one they share.
  const [first, second, third] = question?.input.required ?? names
  const input = { [first ?? 'a']: a, [second ?? 'b']: b, [third ?? 'c']: c, since, until, rule }
  const answer = useQuery(askAnswer('pace', input, question !== undefined && third !== undefined))
  if (!question) return null
  return (
    <Section title="Pace compared">
      <Loaded query={answer} what="the comparison" room={700}>
        {(found) => <AnswerView answer={found} compact heading={3} />}
      </Loaded>
    </Section>
  )
}
