// Doubtful merges: two exchanges that may be one, to be made one or kept apart.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { useStateNames } from '../parts/links.tsx'
import { DateMark } from '../parts/marks.tsx'
import { Section } from '../parts/section.tsx'
import { askExchange } from '../record.ts'
import { useMay } from '../session/session.ts'
import { askJudgements, type Judgement, useJudging } from './review.ts'
import styles from './reviewing.module.css'
import { titleOf } from './title.ts'

export function Doubles(): ReactNode {
  const judgements = useQuery(askJudgements)
  const judging = useJudging()
  const may = useMay('editor')
  const list = (judgements.data ?? []).filter((one) => one.kind === 'same-exchange' && one.object)
  if (!list.length) return null
  return (
    <Section title="One and the same?">
      {judging.error && <Failure error={judging.error} />}
      <ul className={styles.doubles}>
        {list.map((one) => (
          <li key={one.id} className={styles.item}>
            <Name id={one.subject} /> and <Name id={one.object!} />
            <p>{reasonOf(one)}</p>
            {may && (
              <div className={styles.acts}>
                <Action onPress={() => judging.mutate({ id: one.id, decision: 'accept' })}>
                  Make them one
                </Action>
                <Action onPress={() => judging.mutate({ id: one.id, decision: 'dismiss' })}>
                  Keep them apart
                </Action>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const reasonOf = ({ reason }: Judgement): string => reason.charAt(0).toUpperCase() + reason.slice(1)

function Name({ id }: { id: string }): ReactNode {
  const exchange = useQuery(askExchange(id))
  const nameOf = useStateNames()
  return (
    <>
      <Link to="/exchanges/$id" params={{ id }} data-row>
        {exchange.data ? `${exchange.data.kind}: ${titleOf(exchange.data, nameOf)}` : id}
      </Link>
      {exchange.data && (
        <>
          {' '}
          (<DateMark edtf={exchange.data.occurredOn} />)
        </>
      )}
    </>
  )
}
