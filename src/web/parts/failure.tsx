// What went wrong, and what to do about it.
import { Link } from '@tanstack/react-router'
import { Component, type ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { Action } from './action.tsx'
import styles from './note.module.css'

interface Props {
  error: unknown
  /** Tries again; absent where trying again cannot help. */
  again?: (() => void) | undefined
  /** Nothing else is on the page: what happened is its heading. */
  page?: boolean | undefined
}

export function Failure({ error, again, page }: Props): ReactNode {
  const next =
    error instanceof ApiError
      ? error.next
      : 'Load the page again. If it stays, report it with the address of the page.'
  const words = error instanceof Error ? error.message : String(error)
  return (
    <div role="alert" className={styles.failure}>
      {page ? <h1>{words}</h1> : <strong>{words}</strong>}
      {next && <p>{next}</p>}
      {again && <Action onPress={again}>Try again</Action>}
    </div>
  )
}

export function Missing(): ReactNode {
  return (
    <div className={styles.empty}>
      <h1>No such page</h1>
      <p>
        The address leads nowhere in the workbench. Go to <Link to="/">Today</Link>, or press <kbd>/</kbd> to
        search the record.
      </p>
    </div>
  )
}

/** Catches what a page throws, so that the way to other pages stays. A new address clears it. */
export class Failsafe extends Component<{ at: string; children: ReactNode }, { error: unknown; at: string }> {
  override state = { error: null as unknown, at: this.props.at }
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }
  static getDerivedStateFromProps(
    props: { at: string },
    state: { at: string },
  ): { error: null; at: string } | null {
    return props.at === state.at ? null : { error: null, at: props.at }
  }
  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Failure page error={this.state.error} />
  }
}
