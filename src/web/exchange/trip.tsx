// The trip that a visit is one stop of: the stops in order, this one marked.
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useStateNames } from '../parts/links.tsx'
import { DateMark } from '../parts/marks.tsx'
import { askPerson, type FullExchange } from '../record.ts'
import styles from './life.module.css'

interface Props {
  id: string
  trip: NonNullable<FullExchange['trip']>
}

export function Trip({ id, trip }: Props): ReactNode {
  const nameOf = useStateNames()
  const [person] = useQueries({ queries: [askPerson(trip.person)] })
  return (
    <>
      <p>
        <Link
          to="/people/$id"
          params={{ id: trip.person }}
          search={{ view: 'calendar', year: trip.from.slice(0, 4) }}
        >
          {person.data?.name ?? trip.person}
        </Link>
        , <DateMark edtf={spanOf(trip.from, trip.to)} />
      </p>
      <ol className={styles.stops}>
        {trip.stops.map((stop) => (
          <li key={stop.exchange} {...(stop.exchange === id ? { 'aria-current': 'true' as const } : {})}>
            <Link to="/exchanges/$id" params={{ id: stop.exchange }}>
              {nameOf(stop.host) || 'not known where'}
            </Link>{' '}
            <DateMark edtf={spanOf(stop.earliest, stop.latest)} />
            {stop.exchange === id && <span className={styles.why}>this visit</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

const spanOf = (from: string, to: string): string => (from === to ? from : `${from}/${to}`)
