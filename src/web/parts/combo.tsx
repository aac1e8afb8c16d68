// A box to choose one of many by name: type, and the list narrows. For states, people, groupings.
import type { ReactNode } from 'react'
import { Button, ComboBox, Input, Label, useFilter } from 'react-aria-components/ComboBox'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import styles from './combo.module.css'
import field from './field.module.css'

export interface Option {
  id: string
  name: string
  /** Other names and the code: typed, they find it too. */
  also: string
}

interface Props {
  label: string
  options: Option[]
  value: string | null
  onChange(id: string | null): void
  placeholder?: string
  quiet?: boolean
  wide?: boolean
  /** Gets what is typed, when the options for it come from the record: they are then not narrowed here. */
  onType?(text: string): void
  /** Whether the options that the value needs are still on their way. */
  waiting?: boolean
}

export function Combo({
  label,
  options,
  value,
  onChange,
  placeholder,
  quiet,
  wide,
  onType,
  waiting = !options.length,
}: Props): ReactNode {
  const { contains } = useFilter({ sensitivity: 'base' })
  const byName = new Map(options.map((option) => [option.name, option]))
  const find = (name: string, typed: string): boolean =>
    contains(name, typed) || contains(byName.get(name)?.also ?? '', typed)
  return (
    <ComboBox
      // An option list that comes later must still show the value the address gave.
      key={waiting ? 'waiting' : 'ready'}
      className={`${field.field} ${wide ? '' : styles.combo}`}
      items={options}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      defaultFilter={onType ? () => true : find}
      {...(onType ? { onInputChange: onType } : {})}
      menuTrigger="input"
      {...(quiet ? { 'aria-label': label } : {})}
    >
      {!quiet && <Label className={field.label!}>{label}</Label>}
      <div className={styles.box}>
        <Input className={field.input!} placeholder={placeholder ?? ''} />
        <Button className={styles.open!} aria-label="Show all">
          ▾
        </Button>
      </div>
      <Popover className={styles.popover!}>
        <ListBox
          className={styles.list!}
          renderEmptyState={() => <p className={styles.none}>No such name</p>}
        >
          {(option: Option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles.option!}>
              {option.name} <span className={styles.code}>{option.id}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
