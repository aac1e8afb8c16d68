// Phrases: the life of a set phrase by speaker and year, and the phrases there are to ask for.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { AskedHere } from '../question/here.tsx'
import { askPhrases } from '../record.ts'

const route = getRouteApi('/phrases')

export function PhrasesPage(): ReactNode {
  const navigate = useNavigate()
  const search = route.useSearch()
  return (
    <>
      <Head
        title="Set phrases"
        lead="The life of a set phrase: first use, how often, by whom, when it was dropped, whom it is aimed at."
      />
      <AskedHere
        name="phrases"
        values={search}
        onAsk={(next) => void navigate({ to: '/phrases', search: next, resetScroll: false })}
      />
      {!search.phrase && <Known />}
    </>
  )
}

/** The lexicon's phrases; any other words can be asked for as well. */
function Known(): ReactNode {
  return (
    <Section title="Phrases of the lexicon">
      <Loaded query={useQuery(askPhrases)} what="the phrases">
        {(phrases) => (
          <table>
            <thead>
              <tr>
                <th scope="col">Phrase</th>
                <th scope="col">Taken to mean</th>
                <th scope="col">Aimed at</th>
              </tr>
            </thead>
            <tbody>
              {phrases.map(({ phrase, meaning, target }) => (
                <tr key={phrase}>
                  <td>
                    <Link to="/phrases" search={{ phrase }} data-row>
                      {phrase}
                    </Link>
                  </td>
                  <td>{meaning}</td>
                  <td>{target ?? 'nobody'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Section>
  )
}
