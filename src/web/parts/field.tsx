// A labelled text field, one line or many; says what is wrong beneath it.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import styles from './field.module.css'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  /** A line beneath: what to give. */
  help?: string
  placeholder?: string
  rows?: number
  type?: 'text' | 'date' | 'url' | 'search' | 'number' | 'password'
  wrong?: string | null
  required?: boolean
  list?: string
  /** What a browser may fill in: 'username'. */
  fill?: string
  /** Takes the focus when it appears: where a dialog asks for one thing. */
  focus?: boolean
  /** Shows the label to screen readers alone. */
  quiet?: boolean
}

export function Field({
  label,
  value,
  onChange,
  help,
  placeholder,
  rows,
  type = 'text',
  wrong,
  required,
  list,
  fill,
  focus,
  quiet,
}: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  // The value may come back late, through the address: what is being typed is never overwritten by it.
  const [now, setNow] = useState(value)
  useEffect(() => {
    if (rows || !box.current?.contains(document.activeElement)) setNow(value)
  }, [value, rows])
  const write = (next: string): void => {
    setNow(next)
    onChange(next)
  }
  return (
    <TextField
      ref={box}
      value={now}
      onChange={write}
      isInvalid={!!wrong}
      isRequired={!!required}
      autoFocus={!!focus}
      className={styles.field!}
      {...(quiet ? { 'aria-label': label } : {})}
    >
      {!quiet && <Label className={styles.label!}>{label}</Label>}
      {rows ? (
        <TextArea rows={rows} className={styles.input!} {...(placeholder ? { placeholder } : {})} />
      ) : (
        <Input
          type={type}
          className={styles.input!}
          {...(placeholder ? { placeholder } : {})}
          {...(list ? { list } : {})}
          {...(fill ? { autoComplete: fill } : {})}
        />
      )}
      {help && (
        <Text slot="description" className={styles.help!}>
          {help}
        </Text>
      )}
      <FieldError className={styles.wrong!}>{wrong}</FieldError>
    </TextField>
  )
}
