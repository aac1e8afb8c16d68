// Phrases: the life of a set phrase by speaker and year.
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Head } from '../parts/head.tsx'
import { AskedHere } from '../question/here.tsx'

const route = getRouteApi('/phrases')

export function PhrasesPage(): ReactNode {
  const navigate = useNavigate()
  return (
    <>
      <Head
        title="Set phrases"
        lead="The life of a set phrase: first use, how often, by whom, when it was dropped, whom it is aimed at."
      />
      <AskedHere
        name="phrases"
        values={route.useSearch()}
        onAsk={(search) => void navigate({ to: '/phrases', search, resetScroll: false })}
      />
    </>
  )
}
