// Hypotheses: the matrix of competing explanations over live evidence.
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Head } from '../parts/head.tsx'
import { AskedHere } from '../question/here.tsx'

const route = getRouteApi('/hypotheses')

export function HypothesesPage(): ReactNode {
  const navigate = useNavigate()
  return (
    <>
      <Head
        title="Hypotheses"
        lead="Competing explanations over the evidence held: what speaks for and against each, and what would change it."
      />
      <AskedHere
        name="hypothesis"
        values={route.useSearch()}
        onAsk={(search) => void navigate({ to: '/hypotheses', search, resetScroll: false })}
      />
    </>
  )
}
