// Who took part: office held that day, level, in what part.
import type { ReactNode } from 'react'
import { PersonLink, StateLink } from '../parts/links.tsx'
import { LevelMark } from '../parts/marks.tsx'
import type { ShownParticipant } from '../record.ts'
import { roleWords } from '../words.ts'

export function Participants({ participants }: { participants: ShownParticipant[] }): ReactNode {
  if (!participants.length) return <p>No participant is named by any source held.</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Office that day</th>
          <th scope="col">State</th>
          <th scope="col">Part</th>
        </tr>
      </thead>
      <tbody>
        {participants.map((one, i) => (
          <tr key={i}>
            <td>
              <PersonLink id={one.person} name={one.name ?? one.organization} nativeName={one.nativeName} />{' '}
              <LevelMark level={one.level} />
            </td>
            <td>{one.office ?? '–'}</td>
            <td>
              <StateLink id={one.state} />
            </td>
            <td>{roleWords[one.role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
