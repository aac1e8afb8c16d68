// Keeps a question on Today, where it is asked again at each visit.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { askAnswer, type ShownQuestion } from '../record.ts'
import { isWatched, toggleWatch } from './watches.ts'

interface Props {
  question: ShownQuestion
  values: Record<string, string>
}

export function WatchButton({ question, values }: Props): ReactNode {
  const watch = { name: question.name, values }
  const [watched, set] = useState(() => isWatched(watch))
  const answer = useQuery(askAnswer(question.name, values))
  return (
    <Action
      onPress={() => set(toggleWatch({ ...watch, title: question.title, seen: answer.data?.summary ?? '' }))}
    >
      {watched ? '★ Watched' : '☆ Watch'}
    </Action>
  )
}
