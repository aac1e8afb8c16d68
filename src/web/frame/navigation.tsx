// The way to each page, in the order of the work: read, look up, ask, see, keep.
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './frame.module.css'

const groups: [heading: string, pages: [to: LinkProps['to'], label: string][]][] = [
  [
    'Desk',
    [
      ['/', 'Today'],
      ['/documents', 'Documents'],
      ['/check', 'Check a text'],
      ['/queue', 'Queue'],
      ['/watches', 'Watches'],
    ],
  ],
  [
    'Record',
    [
      ['/exchanges', 'Exchanges'],
      ['/people', 'People'],
      ['/states', 'States'],
      ['/groupings', 'Groupings'],
    ],
  ],
  [
    'Questions',
    [
      ['/ask', 'Ask'],
      ['/pair', 'Pairs and triples'],
      ['/calendar', 'Two camps, one calendar'],
      ['/visits', 'Who visits whom'],
      ['/phrases', 'Set phrases'],
      ['/hypotheses', 'Hypotheses'],
    ],
  ],
  [
    'House',
    [
      ['/coverage', 'Coverage'],
      ['/settings', 'Settings'],
      ['/tour', 'Tour'],
    ],
  ],
]

export function Navigation(): ReactNode {
  return (
    <div className={styles.groups}>
      {groups.map(([heading, pages]) => (
        <div className={styles.group} key={heading}>
          <h2>{heading}</h2>
          <ul>
            {pages.map(([to, label]) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
