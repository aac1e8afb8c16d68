// An answer, laid out the same way each time: verdict, result, what it was chosen from, what could not have been seen, what speaks
// against it, how it was counted, the sentences it stands on. None of it is hidden.
import { type ReactNode, useId } from 'react'
import type { Answer, Verdict } from '../../questions/answer.ts'
import { instantWords } from '../dates.ts'
import { VerdictMark } from '../parts/marks.tsx'
import { counted } from '../words.ts'
import { Citations } from './citations.tsx'
import { AnswerPicture } from './picture.tsx'
import { Result } from './result.tsx'
import { AnswerRows, RowLine } from './rows.tsx'
import styles from './view.module.css'

interface Props {
  answer: Answer
  /** Laid out for a narrow place: headings over their parts. */
  compact?: boolean
  /** Level of the parts' headings. */
  heading?: 2 | 3
}

export function AnswerView({ answer, compact = false, heading = 2 }: Props): ReactNode {
  const anchor = `cite${useId().replace(/\W/g, '')}`
  return (
    <div className={styles.answer} data-compact={compact}>
      {answer.verdict && <VerdictLine verdict={answer.verdict} />}
      {answer.summary !== answer.verdict?.reason && <p className={styles.summary}>{answer.summary}</p>}
      <AnswerPicture answer={answer} />
      <Part heading={heading} title="Result">
        <Result value={answer.result} anchor={anchor} />
        {answer.runnerUp && (
          <p className={styles.next}>
            <b>Runner-up:</b> <RowLine row={answer.runnerUp} anchor={anchor} />
          </p>
        )}
      </Part>
      <Part heading={heading} title="What it was chosen from">
        <p className={styles.note}>
          <b>{answer.denominator.count.toLocaleString('en')}</b>: {answer.denominator.description}
        </p>
        <AnswerRows rows={answer.denominator.rows} anchor={anchor} total={answer.denominator.count} />
      </Part>
      <Part heading={heading} title="What we could not have seen">
        <Unseen answer={answer} />
      </Part>
      <Part heading={heading} title="What speaks against it">
        {answer.counterExamples.length ? (
          <AnswerRows rows={answer.counterExamples} anchor={anchor} />
        ) : (
          <p className={styles.note}>Nothing held in the record.</p>
        )}
      </Part>
      <Part heading={heading} title="How it was counted">
        <Counting answer={answer} />
      </Part>
      <Part heading={heading} title={`The ${counted(answer.citations.length, 'source')} it stands on`}>
        <Citations citations={answer.citations} anchor={anchor} />
      </Part>
      <p className={styles.known}>As known on {instantWords(answer.asKnownOn)}</p>
    </div>
  )
}

export function VerdictLine({ verdict }: { verdict: Verdict }): ReactNode {
  return (
    <div className={styles.verdict} data-verdict={verdict.verdict}>
      <VerdictMark verdict={verdict.verdict} /> <span>{verdict.reason}</span>
      {verdict.reworded && (
        <p>
          <b>Would hold:</b> {verdict.reworded}
        </p>
      )}
    </div>
  )
}

function Unseen({ answer }: { answer: Answer }): ReactNode {
  return (
    <>
      <p className={styles.note}>{answer.coverage.note}</p>
      {answer.unknowns.length > 0 && (
        <ul className={styles.unknowns}>
          {answer.unknowns.map((unknown) => (
            <li key={unknown}>{unknown}</li>
          ))}
        </ul>
      )}
      {answer.coverage.sources.length > 0 && (
        <details>
          <summary>{counted(answer.coverage.sources.length, 'source')} that would have shown it</summary>
          <div className={styles.scroll}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Source</th>
                  <th scope="col">From</th>
                  <th scope="col">To</th>
                  <th scope="col">Rows</th>
                  <th scope="col">Note</th>
                </tr>
              </thead>
              <tbody>
                {answer.coverage.sources.map((source, i) => (
                  <tr key={i}>
                    <td>{source.name}</td>
                    <td>{source.from ?? '–'}</td>
                    <td>{source.to ?? '–'}</td>
                    <td>{source.rows}</td>
                    <td>{source.note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  )
}

function Counting({ answer }: { answer: Answer }): ReactNode {
  return (
    <>
      <p className={styles.note}>
        <b>{answer.countingRule.name}</b>: {answer.countingRule.description}
      </p>
      {answer.sensitivity.length > 0 && (
        <div className={styles.scroll}>
          <table>
            <caption>Under other rules</caption>
            <thead>
              <tr>
                <th scope="col">Rules</th>
                <th scope="col">Outcome</th>
                <th scope="col">Same answer?</th>
              </tr>
            </thead>
            <tbody>
              {byOutcome(answer.sensitivity).map(({ outcome, flips, rules }) => (
                <tr key={`${outcome} ${flips}`}>
                  <td>{rules.join(', ')}</td>
                  <td>{outcome}</td>
                  <td className={flips ? styles.flips : undefined}>{flips ? '⇄ another' : '= the same'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

interface Outcome {
  outcome: string
  flips: boolean
  rules: string[]
}

/** Rules that come to the same outcome stand in one line; those that turn the answer round come first. */
function byOutcome(sensitivity: Answer['sensitivity']): Outcome[] {
  const found = new Map<string, Outcome>()
  for (const { rule, outcome, flips } of sensitivity) {
    const key = `${flips} ${outcome}`
    found.set(key, { outcome, flips, rules: [...(found.get(key)?.rules ?? []), rule] })
  }
  return [...found.values()].sort((a, b) => Number(b.flips) - Number(a.flips))
}

function Part({
  title,
  heading,
  children,
}: {
  title: string
  heading: 2 | 3
  children: ReactNode
}): ReactNode {
  const Heading = heading === 2 ? 'h2' : 'h3'
  return (
    <section className={styles.part}>
      <Heading>{title}</Heading>
      <div>{children}</div>
    </section>
  )
}
