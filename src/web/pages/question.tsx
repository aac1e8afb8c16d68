// One question: its sentence, filled from the address; and its answer.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CopyMenu } from '../answer/copying.tsx'
import { AnswerView } from '../answer/view.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { QuestionForm } from '../question/form.tsx'
import { askAnswer, askQuestions, type ShownQuestion } from '../record.ts'
import { WatchButton } from '../watch/button.tsx'
import styles from './ask.module.css'

const route = getRouteApi('/ask/$name')

export function QuestionPage(): ReactNode {
  const { name } = route.useParams()
  return (
    <Loaded query={useQuery(askQuestions)} what="the question" page>
      {(questions) => {
        const question = questions.find((one) => one.name === name)
        return question ? <Shown key={name} question={question} /> : <NoQuestion name={name} />
      }}
    </Loaded>
  )
}

function Shown({ question }: { question: ShownQuestion }): ReactNode {
  const values = route.useSearch()
  const navigate = useNavigate()
  const missing = (question.input.required ?? []).filter(
    (name) => !values[name] && question.input.properties?.[name]?.default === undefined,
  )
  const asked = Object.keys(values).length > 0 && missing.length === 0
  const answer = useQuery(askAnswer(question.name, values, asked))
  return (
    <>
      <Head title={question.title}>
        {answer.data && <WatchButton question={question} values={values} />}
        {answer.data && <CopyMenu answer={answer.data} />}
      </Head>
      <QuestionForm
        key={JSON.stringify(values)}
        question={question}
        values={values}
        onAsk={(next) =>
          void navigate({
            to: '/ask/$name',
            params: { name: question.name },
            search: next,
            resetScroll: false,
          })
        }
      />
      {answer.isFetching && !answer.data && <Waiting what="the answer" />}
      {answer.error && <Failure error={answer.error} again={() => void answer.refetch()} />}
      {answer.data && <AnswerView answer={answer.data} />}
      {!asked && (
        <details className={styles.definition} open>
          <summary>What it answers, and how</summary>
          <Marked text={question.definition} />
        </details>
      )}
    </>
  )
}

/** The little Markdown that definitions use: bold and code. */
function Marked({ text }: { text: string }): ReactNode {
  return (
    <p>
      {text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, i) => {
        if (part.startsWith('**')) return <b key={i}>{part.slice(2, -2)}</b>
        return part.startsWith('`') ? <code key={i}>{part.slice(1, -1)}</code> : part
      })}
    </p>
  )
}

const NoQuestion = ({ name }: { name: string }): ReactNode => (
  <Empty title={`No question is called “${name}”`}>
    See <Link to="/ask">the questions there are</Link>.
  </Empty>
)
