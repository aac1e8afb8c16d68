// Turns a question with its fields into a watch: chosen is what it waits for.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { useStateNames } from '../parts/links.tsx'
import { fillSentence } from '../question/sentence.ts'
import type { ShownQuestion } from '../record.ts'
import { listOf } from '../search.ts'
import { useMay } from '../session/session.ts'
import { askWatches } from './asking.ts'
import { WatchForm } from './form.tsx'
import { inputOf, isSame } from './input.ts'

interface Props {
  question: ShownQuestion
  values: Record<string, string>
}

export function WatchButton({ question, values }: Props): ReactNode {
  const nameOf = useStateNames()
  const [open, setOpen] = useState(false)
  const may = useMay('analyst')
  const watches = useQuery(askWatches)
  const input = inputOf(question.input, values)
  const kept = watches.data?.find((one) => one.question === question.name && isSame(one.input, input))
  const sentence = fillSentence(question.sentence, values, (_, value) => listOf(value).map(nameOf).join(', '))
  return (
    <>
      {kept && (
        <Link to="/watches" search={{ watch: kept.id }}>
          ★ Watched
        </Link>
      )}
      {may && (
        <Action onPress={() => setOpen(true)}>☆ {kept ? 'Watch for more' : 'Turn into a watch'}</Action>
      )}
      {open && (
        <WatchForm question={question.name} input={input} called={sentence} close={() => setOpen(false)} />
      )}
    </>
  )
}
