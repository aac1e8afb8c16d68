// A briefing as a reader gets it: sections of lines, each with its exchange and its sources.
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { Action } from '../parts/action.tsx'
import { saveFile } from '../saving.ts'
import styles from './result.module.css'
import { CiteNumbers } from './rows.tsx'

interface Line {
  text: string
  /** Id of the exchange the line tells; null: none. */
  row: string | null
  citations: number[]
}

interface Brief {
  title: string
  markdown: string
  html: string
  sections: { heading: string; lines: Line[] }[]
}

export const isBrief = (value: unknown): value is Brief =>
  typeof value === 'object' && value !== null && 'sections' in value && 'markdown' in value

export function BriefSections({ brief, anchor }: { brief: Brief; anchor: string }): ReactNode {
  const save = (ending: string, type: string, text: string) => () =>
    saveFile(`${brief.title}.${ending}`, new Blob([text], { type }))
  return (
    <div className={styles.brief}>
      {brief.sections.map(({ heading, lines }) => (
        <Fragment key={heading}>
          <h3>{heading}</h3>
          {lines.length ? (
            <ul>
              {lines.map((line, i) => (
                <li key={i}>
                  {line.row ? (
                    <Link to="/exchanges/$id" params={{ id: line.row }} data-row>
                      {line.text}
                    </Link>
                  ) : (
                    line.text
                  )}{' '}
                  <CiteNumbers numbers={line.citations} anchor={anchor} />
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.none}>nothing</p>
          )}
        </Fragment>
      ))}
      <p data-screen-only>
        <Action onPress={save('md', 'text/markdown', brief.markdown)}>Save as Markdown</Action>{' '}
        <Action onPress={save('html', 'text/html', brief.html)}>Save as a page</Action>
      </p>
    </div>
  )
}
