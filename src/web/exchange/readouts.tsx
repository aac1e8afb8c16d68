// The readouts of each side next to one another, their topics aligned: both, one only.
import type { ReactNode } from 'react'
import { StateLink } from '../parts/links.tsx'
import type { Readout } from '../record.ts'
import styles from './readouts.module.css'

interface Props {
  readouts: Readout[]
  states: string[]
}

export function ReadoutsBySide({ readouts, states }: Props): ReactNode {
  const missing = states.filter((state) => !readouts.some((readout) => readout.state === state))
  if (!readouts.length) return <p>No readout is held from any side. What a side left out cannot be told.</p>
  const topics = [...new Set(readouts.flatMap((readout) => readout.topics))].sort(
    (a, b) => sidesOf(b, readouts) - sidesOf(a, readouts),
  )
  return (
    <>
      <table className={styles.sides}>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            {readouts.map((readout) => (
              <th scope="col" key={readout.id}>
                <StateLink id={readout.state} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic}>
              <th scope="row">{topic}</th>
              {readouts.map((readout) => (
                <td key={readout.id}>
                  {readout.topics.includes(topic) ? (
                    <span title="mentioned">✓</span>
                  ) : (
                    <span title="not mentioned">–</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.sources}>
        {readouts.map((readout) => (
          <li key={readout.id}>
            {readout.url ? (
              <a href={readout.url} rel="noreferrer noopener" target="_blank">
                {readout.publisher ?? readout.url}
              </a>
            ) : (
              readout.publisher
            )}
            {readout.official ? ' (official)' : ' (press)'}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p>Missing: {missing.join(', ')}. Nothing can be said of what those sides left out.</p>
      )}
    </>
  )
}

const sidesOf = (topic: string, readouts: Readout[]): number =>
  readouts.filter((readout) => readout.topics.includes(topic)).length
