// A question asked in place, its blanks in the address of the page that holds it.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CopyMenu } from '../answer/copying.tsx'
import { AnswerView } from '../answer/view.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { askAnswer, askQuestions, type ShownQuestion } from '../record.ts'
import { WatchButton } from '../watch/button.tsx'
import { QuestionForm } from './form.tsx'

interface Props {
  name: string
  values: Record<string, string>
  onAsk(values: Record<string, string>): void
}

export function AskedHere({ name, ...rest }: Props): ReactNode {
  return (
    <Loaded query={useQuery(askQuestions)} what="the question">
      {(questions) => {
        const question = questions.find((one) => one.name === name)
        return question ? (
          <Asked question={question} {...rest} />
        ) : (
          <Empty title="Not in this program">
            The program that serves this record has no question “{name}”. A newer one may have it.
          </Empty>
        )
      }}
    </Loaded>
  )
}

function Asked({ question, values, onAsk }: Omit<Props, 'name'> & { question: ShownQuestion }): ReactNode {
  const missing = (question.input.required ?? []).some(
    (field) => !values[field] && question.input.properties?.[field]?.default === undefined,
  )
  const answer = useQuery(askAnswer(question.name, values, Object.keys(values).length > 0 && !missing))
  return (
    <>
      <QuestionForm key={JSON.stringify(values)} question={question} values={values} onAsk={onAsk} />
      {answer.isFetching && !answer.data && <Waiting what="the answer" />}
      {answer.error && <Failure error={answer.error} again={() => void answer.refetch()} />}
      {answer.data && (
        <>
          <AnswerView answer={answer.data} />
          <WatchButton question={question} values={values} /> <CopyMenu answer={answer.data} />
        </>
      )}
    </>
  )
}
