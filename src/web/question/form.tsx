// A question as a sentence with blanks; what is not in the sentence stands beneath.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { askRules, type ShownQuestion } from '../record.ts'
import { Blank } from './blank.tsx'
import styles from './form.module.css'
import { cutSentence, fieldWords } from './sentence.ts'

interface Props {
  question: ShownQuestion
  values: Record<string, string>
  onAsk(values: Record<string, string>): void
}

export function QuestionForm({ question, values, onAsk }: Props): ReactNode {
  const [filled, fill] = useState(values)
  const properties = question.input.properties ?? {}
  const pieces = cutSentence(question.sentence)
  const inSentence = new Set(pieces.flatMap((piece) => ('field' in piece ? [piece.field] : [])))
  const others = Object.keys(properties).filter((name) => !inSentence.has(name))
  const missing = (question.input.required ?? []).filter(
    (name) => !filled[name] && properties[name]?.default === undefined,
  )
  const set = (name: string, value: string): void => fill((now) => ({ ...now, [name]: value }))
  const blank = (name: string, quiet: boolean): ReactNode => (
    <Blank
      name={name}
      schema={properties[name] ?? {}}
      value={filled[name] ?? ''}
      onChange={(value) => set(name, value)}
      quiet={quiet}
    />
  )
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing.length) onAsk(filled)
      }}
    >
      <div className={styles.sentence}>
        {pieces.map((piece, i) =>
          'words' in piece ? (
            <span key={i}>{piece.words}</span>
          ) : (
            <span key={piece.field} className={styles.blank} title={properties[piece.field]?.description}>
              {blank(piece.field, true)}
            </span>
          ),
        )}
      </div>
      <div className={styles.others}>
        {others.map((name) => (
          <div key={name} title={properties[name]?.description}>
            {blank(name, false)}
          </div>
        ))}
        <RuleBox value={filled.rule ?? ''} onChange={(value) => set('rule', value)} />
        <Field
          label="As known on"
          type="date"
          value={filled.asKnownOn ?? ''}
          onChange={(value) => set('asKnownOn', value)}
        />
        <div className={styles.go}>
          <Action type="submit" look="main" isDisabled={missing.length > 0}>
            Ask
          </Action>
        </div>
      </div>
      {missing.length > 0 && (
        <p className={styles.missing}>
          Still to fill: {missing.map((name) => fieldWords(name, properties[name])).join('; ')}
        </p>
      )}
    </form>
  )
}

export function RuleBox({ value, onChange }: { value: string; onChange(value: string): void }): ReactNode {
  const { data } = useQuery(askRules)
  const options: [string, string][] = [
    ['', 'the record’s own'],
    ...(data ?? [])
      .filter((rule) => rule.name !== 'chancery')
      .map((rule): [string, string] => [rule.name, rule.name]),
  ]
  return <Choice label="Counting rule" value={value} onChange={onChange} options={options} />
}
