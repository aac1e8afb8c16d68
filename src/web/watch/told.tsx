// What watches told since the last visit, for Today; and the move of watches that this browser alone kept.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { Loaded } from '../parts/loaded.tsx'
import { askQuestions } from '../record.ts'
import { counted } from '../words.ts'
import { askFirings, askWatches } from './asking.ts'
import { Firings } from './firings.tsx'
import { moveOld } from './old.ts'
import styles from './watches.module.css'

const most = 5

/** `since`: instant of the last visit; null: the first. */
export function ToldByWatches({ since }: { since: string | null }): ReactNode {
  const watches = useQuery(askWatches)
  return (
    <>
      <Moved />
      <Loaded query={useInfiniteQuery(askFirings(null))} what="what watches told">
        {({ pages }) => {
          const told = pages.flat()
          const fresh = told.filter((one) => !since || one.at > since)
          return fresh.length ? (
            <Firings named firings={fresh.slice(0, most)} />
          ) : (
            <p className={styles.soft}>{noneWords(watches.data?.length, told.length > 0)}</p>
          )
        }}
      </Loaded>
      {(watches.data?.length ?? 0) > 0 && (
        <p>
          <Link to="/watches">{counted(watches.data!.length, 'watch', 'watches')}</Link>
        </p>
      )}
    </>
  )
}

const noneWords = (watches: number | undefined, toldBefore: boolean): string => {
  if (watches === 0)
    return 'None is kept. Ask a question and turn its answer into a watch: it is asked again after every change of the record, and shows here when it fires.'
  return toldBefore ? 'None fired since.' : 'None has fired yet.'
}

/** Moves what an earlier workbench kept in this browser, and says what the record refused. */
export function Moved(): ReactNode {
  const questions = useQuery(askQuestions)
  const client = useQueryClient()
  const [refused, setRefused] = useState<string[]>([])
  useEffect(() => {
    if (questions.data && localStorage.getItem('chancery.watches'))
      void moveOld(questions.data).then((words) => {
        setRefused(words)
        void client.invalidateQueries({ queryKey: ['watches'] })
      })
  }, [questions.data, client])
  return refused.map((words) => (
    <p key={words} className={styles.soft}>
      ✕ Not kept any more: {words}
    </p>
  ))
}
