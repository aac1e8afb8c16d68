// The tour: five steps over the record that is here; each leads to a page with real rows.
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Head } from '../parts/head.tsx'
import styles from './tour.module.css'

const route = getRouteApi('/tour')

interface Step {
  title: string
  text: string
  go: ReactNode
}

const steps: Step[] = [
  {
    title: 'An exchange is the unit',
    text: 'A visit, a meeting, a call: who took part, with the office held that day and its level on one ladder for all states. Each value keeps its source. What is known only in general is marked unconfirmed and never counted as fact.',
    go: <Link to="/exchanges">Open the exchanges</Link>,
  },
  {
    title: 'A text is read, then filed',
    text: 'Paste an article. Beside it stands what was read: point at a line and its words light up. Filing adds it to the record; the same exchange in two texts stays one.',
    go: <Link to="/documents/new">Add a document</Link>,
  },
  {
    title: 'A question is a sentence with blanks',
    text: 'Fill the blanks; the answer says what it was chosen from, what could not have been seen, what speaks against it, and under which counting rule it would change.',
    go: (
      <Link to="/ask/$name" params={{ name: 'highest' }} search={{ from: 'CHN', to: 'PRK', since: '2019' }}>
        The highest-ranking visitor from China to North Korea since 2019
      </Link>
    ),
  },
  {
    title: 'A claim gets a verdict',
    text: 'Holds, fails or untestable, each with its reason and its rows. Untestable is an answer too: it says which readout or which source is missing.',
    go: <Link to="/check">Check a text</Link>,
  },
  {
    title: 'Two pairs on one axis',
    text: 'Lanes show who kept up with whom: marks sized by level, the longest silence bracketed. Every mark opens its exchange. Every address can be sent to a colleague and shows them the same.',
    go: (
      <Link to="/pair" search={{ a: 'CHN', b: 'RUS', c: 'PRK', since: '2018-01-01' }}>
        China and Russia, each with North Korea
      </Link>
    ),
  },
]

export function TourPage(): ReactNode {
  const now = Math.min(steps.length, Math.max(1, Number(route.useSearch().step ?? 1)))
  const step = steps[now - 1]!
  return (
    <>
      <Head title="Tour" lead="Five steps, five minutes, on the record that is here." />
      <article className={styles.step}>
        <p className={styles.count}>
          {now} of {steps.length}
        </p>
        <h2>{step.title}</h2>
        <p>{step.text}</p>
        <p>{step.go}</p>
        <nav className={styles.moves} aria-label="Steps">
          {now > 1 && (
            <Link to="/tour" search={{ step: String(now - 1) }}>
              ← {steps[now - 2]!.title}
            </Link>
          )}
          {now < steps.length ? (
            <Link to="/tour" search={{ step: String(now + 1) }} className={styles.next}>
              {steps[now]!.title} →
            </Link>
          ) : (
            <Link to="/" className={styles.next}>
              To the desk →
            </Link>
          )}
        </nav>
      </article>
    </>
  )
}
