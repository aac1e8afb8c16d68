// Hypotheses: competing explanations against exchanges of the record; rated by a person, weighed by the question `hypothesis`.
import { useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { AnswerView } from '../answer/view.tsx'
import { titleOf } from '../exchange/title.ts'
import { Action } from '../parts/action.tsx'
import { Choice } from '../parts/choice.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { DateMark } from '../parts/marks.tsx'
import { Waiting } from '../parts/waiting.tsx'
import {
  addEvidence,
  dropEvidence,
  type Matrix,
  missingIn,
  nextId,
  type Piece,
  type Rating,
  rate,
  ratingOf,
  ratings,
  ratingWords,
  readMatrix,
} from '../question/matrix.ts'
import { askAnswer, askExchange, askManyExchanges } from '../record.ts'
import styles from './hypotheses.module.css'
import lists from './lists.module.css'

const route = getRouteApi('/hypotheses')

export function HypothesesPage(): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const matrix = readMatrix(search.matrix)
  const set = (next: Matrix): void =>
    void navigate({
      to: '/hypotheses',
      search: { ...search, matrix: JSON.stringify(next) },
      replace: true,
      resetScroll: false,
    })
  const missing = missingIn(matrix)
  const answer = useQuery(askAnswer('hypothesis', { matrix: JSON.stringify(matrix) }, missing === null))
  return (
    <>
      <Head
        title="Hypotheses"
        lead="Competing explanations against what the record holds. You rate how well each exchange fits each; the ranking follows what speaks against them."
      />
      <Statements matrix={matrix} set={set} />
      <div className={lists.scroll}>
        <Grid matrix={matrix} set={set} />
      </div>
      <EvidenceSearch add={(id) => set(addEvidence(matrix, id, new Date().toISOString().slice(0, 10)))} />
      {missing && <p className={lists.count}>{missing}</p>}
      {answer.isFetching && !answer.data && <Waiting what="the ranking" />}
      {answer.error && <Failure error={answer.error} />}
      {!missing && answer.data && <AnswerView answer={answer.data} />}
    </>
  )
}

interface Part {
  matrix: Matrix
  set(matrix: Matrix): void
}

function Statements({ matrix, set }: Part): ReactNode {
  const write = (id: string, text: string): void =>
    set({ ...matrix, hypotheses: matrix.hypotheses.map((one) => (one.id === id ? { id, text } : one)) })
  return (
    <div className={styles.statements}>
      {matrix.hypotheses.map(({ id, text }, i) => (
        <Field
          key={id}
          label={`Hypothesis ${i + 1}`}
          value={text}
          onChange={(next) => write(id, next)}
          placeholder="in one sentence"
        />
      ))}
      <Action
        onPress={() =>
          set({
            ...matrix,
            hypotheses: [...matrix.hypotheses, { id: nextId('h', matrix.hypotheses), text: '' }],
          })
        }
      >
        One more hypothesis
      </Action>
    </div>
  )
}

function Grid({ matrix, set }: Part): ReactNode {
  if (!matrix.evidence.length) return null
  return (
    <table className={styles.grid}>
      <thead>
        <tr>
          <th scope="col">Evidence</th>
          {matrix.hypotheses.map(({ id, text }, i) => (
            <th scope="col" key={id}>
              {i + 1}. {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.evidence.map((piece) => (
          <tr key={piece.id}>
            <th scope="row">
              <PieceName piece={piece} />
              <Action look="quiet" onPress={() => set(dropEvidence(matrix, piece.id))}>
                Take away
              </Action>
            </th>
            {matrix.hypotheses.map(({ id }, i) => (
              <td key={id}>
                <Cell
                  matrix={matrix}
                  set={set}
                  evidence={piece.id}
                  hypothesis={id}
                  label={`against hypothesis ${i + 1}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PieceName({ piece }: { piece: Piece }): ReactNode {
  const nameOf = useStateNames()
  const [exchange] = useQueries({ queries: [askExchange(piece.exchange)] })
  return (
    <>
      <Link to="/exchanges/$id" params={{ id: piece.exchange }}>
        {exchange.data ? titleOf(exchange.data, nameOf) : piece.exchange}
      </Link>{' '}
      {exchange.data && <DateMark edtf={exchange.data.occurredOn} />}
    </>
  )
}

const options: [string, string][] = [
  ['', 'not rated'],
  ...ratings.map((rating): [string, string] => [rating, `${rating}: ${ratingWords[rating]}`]),
]

function Cell({
  matrix,
  set,
  evidence,
  hypothesis,
  label,
}: Part & { evidence: string; hypothesis: string; label: string }): ReactNode {
  const now = ratingOf(matrix, evidence, hypothesis)
  const at = { evidence, hypothesis }
  return (
    <>
      <Choice
        label={`Rating ${label}`}
        quiet
        value={now?.rating ?? ''}
        onChange={(rating) => set(rate(matrix, at, rating as Rating | '', now?.reason ?? ''))}
        options={options}
      />
      {now && (
        <Field
          label={`Reason ${label}`}
          quiet
          value={now.reason}
          onChange={(reason) => set(rate(matrix, at, now.rating, reason))}
          placeholder="because …"
        />
      )}
    </>
  )
}

/** Finds exchanges of the record to add as evidence. */
function EvidenceSearch({ add }: { add(id: string): void }): ReactNode {
  const nameOf = useStateNames()
  const [words, setWords] = useState('')
  const found = useQuery(askManyExchanges({ query: words, sort: 'newest' }, 8, words.trim().length > 2))
  return (
    <div className={styles.search}>
      <Field
        label="Add evidence: words of a name, place or occasion"
        type="search"
        value={words}
        onChange={setWords}
      />
      <ul>
        {(words.trim().length > 2 ? (found.data?.items ?? []) : []).slice(0, 8).map((item) => (
          <li key={item.id}>
            <Action look="quiet" onPress={() => add(item.id)}>
              + {titleOf(item, nameOf)}
            </Action>{' '}
            <DateMark edtf={item.occurredOn} />
          </li>
        ))}
      </ul>
    </div>
  )
}
