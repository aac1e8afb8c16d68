// One grouping: its members and chairs on a day, and how it meets, as the question `grouping` answers it.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AnswerView } from '../answer/view.tsx'
import { dateWords } from '../dates.ts'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { askAnswer, askOrganizations, askQuestions } from '../record.ts'
import styles from './lists.module.css'

const route = getRouteApi('/groupings/$id')

export function GroupingPage(): ReactNode {
  const { id } = route.useParams()
  const { on } = route.useSearch()
  const navigate = useNavigate()
  const organizations = useQuery(askOrganizations)
  const questions = useQuery(askQuestions)
  const organization = organizations.data?.find((one) => one.id === id)
  const question = questions.data?.find((one) => one.name === 'grouping')
  const [first] = question?.input.required ?? []
  const day = Object.keys(question?.input.properties ?? {}).find((name) => /^(on|day)$/.test(name))
  const answer = useQuery(
    askAnswer(
      'grouping',
      { [first ?? 'grouping']: id, ...(on && day ? { [day]: on } : {}) },
      first !== undefined,
    ),
  )
  if (organizations.isPending || questions.isPending) return <Waiting what="the grouping" room={800} />
  return (
    <>
      <Head
        title={organization?.name ?? id}
        lead={[
          organization?.names.join(', '),
          organization?.kind,
          organization?.founded && `founded ${dateWords(organization.founded)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      {day && (
        <div className={styles.filters}>
          <Field
            label="Members on"
            type="date"
            value={on ?? ''}
            onChange={(next) =>
              void navigate({
                to: '/groupings/$id',
                params: { id },
                search: next ? { on: next } : {},
                replace: true,
              })
            }
          />
        </div>
      )}
      {question ? (
        <Loaded query={answer} what="the grouping" room={800}>
          {(found) => <AnswerView answer={found} />}
        </Loaded>
      ) : (
        <Empty title="Not in this program">
          The program that serves this record has no question “grouping”.
        </Empty>
      )}
    </>
  )
}
