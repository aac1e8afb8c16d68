// One blank of a question's sentence: a box of the right kind.
import type { ReactNode } from 'react'
import { Choice } from '../parts/choice.tsx'
import { GroupingBox, PersonBox, StateBox } from '../parts/choosers.tsx'
import { Field } from '../parts/field.tsx'
import type { FieldSchema } from '../record.ts'
import { spaced } from '../words.ts'
import { CampBox } from './camp.tsx'
import { blankOf, hintOf } from './sentence.ts'

interface Props {
  name: string
  schema: FieldSchema
  value: string
  onChange(value: string): void
  /** Inside the sentence the words around it are the label. */
  quiet: boolean
}

export function Blank({ name, schema, value, onChange, quiet }: Props): ReactNode {
  const blank = blankOf(name, schema)
  const label = spaced(name)
  const common = { label, quiet }
  switch (blank.kind) {
    case 'state':
      return <StateBox {...common} value={value} onChange={(id) => onChange(id ?? '')} />
    case 'states':
      return <CampBox {...common} value={value} onChange={onChange} />
    case 'person':
      return <PersonBox {...common} value={value} onChange={(id) => onChange(id ?? '')} />
    case 'grouping':
      return <GroupingBox {...common} value={value} onChange={(id) => onChange(id ?? '')} />
    case 'date':
      return (
        <Field
          {...common}
          value={value}
          onChange={onChange}
          placeholder={/since|from/.test(name) ? 'any day' : 'today'}
        />
      )
    case 'choice':
      return (
        <Choice {...common} value={value} onChange={onChange} options={choicesOf(blank.options, schema)} />
      )
    case 'yes':
      return (
        <Choice
          {...common}
          value={value}
          onChange={onChange}
          options={[
            ['', defaultWords(schema)],
            ['true', 'yes'],
            ['false', 'no'],
          ]}
        />
      )
    case 'number':
      return (
        <Field
          {...common}
          type="number"
          value={value}
          onChange={onChange}
          placeholder={schema.default === undefined ? 'any' : String(schema.default)}
        />
      )
    case 'text':
      return <Field {...common} value={value} onChange={onChange} placeholder={hintOf(name, schema)} />
  }
}

const choicesOf = (options: string[], schema: FieldSchema): [string, string][] =>
  schema.default === undefined
    ? [['', 'any'], ...options.map((one): [string, string] => [one, spaced(one)])]
    : options.map((one): [string, string] => [one === schema.default ? '' : one, spaced(one)])

const defaultWords = (schema: FieldSchema): string =>
  schema.default === true ? 'yes (usual)' : schema.default === false ? 'no (usual)' : 'either'
