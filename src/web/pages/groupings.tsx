// Groupings: organizations, minilaterals, parties and bodies that the record knows.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateWords } from '../dates.ts'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { askOrganizations } from '../record.ts'
import styles from './lists.module.css'

const kinds: [kind: string, title: string][] = [
  ['minilateral', 'Minilaterals'],
  ['grouping', 'Groupings'],
  ['igo', 'Intergovernmental organizations'],
  ['body', 'Bodies'],
  ['party', 'Parties'],
]

export function GroupingsPage(): ReactNode {
  return (
    <>
      <Head
        title="Groupings"
        lead="Who belongs to what, since when, and whether they meet in full or in pairs."
      />
      <Loaded query={useQuery(askOrganizations)} what="the groupings">
        {(organizations) => (
          <div className={styles.columns}>
            {kinds.map(([kind, title]) => {
              const list = organizations.filter((one) => one.kind === kind)
              return list.length ? (
                <Section key={kind} title={title}>
                  <ul className={styles.grid}>
                    {list.map((one) => (
                      <li key={one.id}>
                        <Link to="/groupings/$id" params={{ id: one.id }} data-row>
                          {one.name}
                        </Link>
                        <span className={styles.code}>
                          {one.founded ? `since ${dateWords(one.founded)}` : ''}
                        </span>
                      </li>
                    ))}
                  </ul>
                </Section>
              ) : null
            })}
          </div>
        )}
      </Loaded>
    </>
  )
}
