// One proposed exchange with its sentences, and what can be done with it.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Action } from '../parts/action.tsx'
import { useStateNames } from '../parts/links.tsx'
import { DateMark, LevelMark, StatusMark } from '../parts/marks.tsx'
import { askExchange, type ShownExchange } from '../record.ts'
import { counted } from '../words.ts'
import { ClaimsBySource } from './claims.tsx'
import { guestLevel } from './level.ts'
import type { Waiting } from './review.ts'
import styles from './reviewing.module.css'
import { titleOf } from './title.ts'

interface Props {
  item: ShownExchange
  /** How sure the reader was and how many answers hang on it. */
  waiting: Waiting | undefined
  /** The one the keys act on: it shows its sentences. */
  now: boolean
  onFocus(): void
  onAccept?: (() => void) | undefined
  onReject?: (() => void) | undefined
  onCorrect?: (() => void) | undefined
}

export function ReviewItem({ item, waiting, now, onFocus, onAccept, onReject, onCorrect }: Props): ReactNode {
  const nameOf = useStateNames()
  return (
    <li className={styles.item} data-now={now} onFocus={now ? undefined : onFocus}>
      <Link to="/exchanges/$id" params={{ id: item.id }} data-row>
        {titleOf(item, nameOf)}
      </Link>
      <p>
        <DateMark edtf={item.occurredOn} /> · {item.kind} <LevelMark level={guestLevel(item)} />{' '}
        <StatusMark status={item.status} />
        {waiting &&
          ` · confidence ${Math.round(waiting.confidence * 100)} % · bears on ${counted(waiting.decides, 'answer')}`}
      </p>
      {now && (
        <>
          <Sentences id={item.id} />
          {onAccept && (
            <div className={styles.acts}>
              <Action onPress={onAccept} hint="a">
                Accept
              </Action>
              {onCorrect && (
                <Action onPress={onCorrect} hint="e">
                  Correct
                </Action>
              )}
              {onReject && (
                <Action onPress={onReject} hint="x">
                  Reject
                </Action>
              )}
            </div>
          )}
        </>
      )}
    </li>
  )
}

function Sentences({ id }: { id: string }): ReactNode {
  const exchange = useQuery(askExchange(id))
  return exchange.data ? <ClaimsBySource claims={exchange.data.claims} /> : null
}
