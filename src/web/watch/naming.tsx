// The name of a watch, changed in its place.
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { renameWatch, type ShownWatch, useWatchAct } from './asking.ts'
import styles from './watches.module.css'

export function Naming({ watch, close }: { watch: ShownWatch; close(): void }): ReactNode {
  const [name, setName] = useState(watch.name)
  const naming = useWatchAct(renameWatch)
  return (
    <form
      className={styles.naming}
      aria-label={`Rename ${watch.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() && !naming.isPending)
          naming.mutate({ id: watch.id, name: name.trim() }, { onSuccess: close })
      }}
    >
      <Field label="Name" quiet focus value={name} onChange={setName} />
      <Action type="submit" isDisabled={!name.trim() || naming.isPending}>
        Keep the name
      </Action>
      <Action look="quiet" onPress={close}>
        Leave it
      </Action>
      {naming.error && <Failure error={naming.error} />}
    </form>
  )
}
