// Fetches the document at an address and files it: the record keeps its bytes as a snapshot.
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { useFiling } from './filing.ts'
import styles from './form.module.css'

export function FromAddress(): ReactNode {
  const [url, setUrl] = useState('')
  const filing = useFiling(() => setUrl(''))
  return (
    <form
      className={styles.address}
      onSubmit={(event) => {
        event.preventDefault()
        if (url) filing.mutate({ url })
      }}
    >
      <Field
        label="Address of a document"
        quiet
        type="url"
        value={url}
        onChange={setUrl}
        placeholder="or from an address: https://…"
      />
      <Action type="submit" isDisabled={filing.isPending || !url}>
        Fetch and file
      </Action>
      {filing.isPending && <Waiting what="the document" />}
      {filing.error && <Failure error={filing.error} />}
    </form>
  )
}
