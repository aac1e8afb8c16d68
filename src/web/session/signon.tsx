// Asks to sign in over the page that was open: what was typed there stays, and what was asked goes on.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { get, postForm } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { openGate } from './gate.ts'
import styles from './session.module.css'
import { askSession, type Session } from './session.ts'

interface Way {
  kind: 'password' | 'oidc' | 'proxy'
  path: string | null
  name: string | null
}

const password: Way = { kind: 'password', path: '/login', name: null }

/** Ways in; a server that does not tell them has passwords. */
const askWays = {
  queryKey: ['sign-on'],
  queryFn: () => get<Way[]>('sign-on').catch(() => [password]),
  staleTime: Number.POSITIVE_INFINITY,
}

export function SignOnDialog(): ReactNode {
  const ways = useQuery(askWays)
  const client = useQueryClient()
  const before = client.getQueryData(askSession.queryKey)
  const enter = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: askSession.queryKey, refetchType: 'none' })
    openGate(true)
    // What failed for want of a session, and what another person may see, is asked anew.
    void client.invalidateQueries({ refetchType: 'active' })
  }
  const elsewhere = (ways.data ?? []).filter((way) => way.kind !== 'password')
  return (
    <Sheet title="Sign in" close={() => openGate(false)} narrow>
      <div className={styles.signOn}>
        <p>
          {before ? 'Your session is over.' : 'Nobody is signed in.'} Sign in, and the page goes on where it
          was: nothing you typed is lost.
        </p>
        {(ways.data ?? []).some((way) => way.kind === 'password') && (
          <Password called={before?.how === 'session' ? before.name : ''} onEnter={enter} />
        )}
        {elsewhere.map((way) => (
          <Elsewhere key={way.kind} way={way} />
        ))}
        {elsewhere.length > 0 && <SeenElsewhere onEnter={enter} />}
      </div>
    </Sheet>
  )
}

function Password({ called, onEnter }: { called: string; onEnter(): Promise<void> }): ReactNode {
  const [name, setName] = useState(called)
  const [word, setWord] = useState('')
  const trying = useMutation({
    mutationFn: () => postForm<{ name: string }>('/login', { name, password: word }),
    onSuccess: onEnter,
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!trying.isPending) trying.mutate()
      }}
    >
      <Field label="Name" value={name} onChange={setName} fill="username" required focus={!called} />
      <Field
        label="Password"
        type="password"
        value={word}
        onChange={setWord}
        fill="current-password"
        required
        focus={!!called}
      />
      {trying.error && <Failure error={trying.error} />}
      <div>
        <Action type="submit" look="main" isDisabled={trying.isPending}>
          {trying.isPending ? 'Signing in …' : 'Sign in'}
        </Action>
      </div>
    </form>
  )
}

/** Another site's page cannot lie over ours: it opens beside it. */
function Elsewhere({ way }: { way: Way }): ReactNode {
  return (
    <p>
      <a href={way.path ?? '/'} target="_blank" rel="noreferrer">
        {way.kind === 'oidc' ? `Sign in with ${way.name}` : 'Sign in at the proxy'}
      </a>{' '}
      in another tab, then come back to this one.
    </p>
  )
}

/** Looks, whenever one comes back to this tab, whether somebody signed in meanwhile. */
function SeenElsewhere({ onEnter }: { onEnter(): Promise<void> }): ReactNode {
  useEffect(() => {
    const look = async (): Promise<void> => {
      const found = await fetch('/api/session').catch(() => null)
      if (found?.ok && ((await found.json()) as Session).role) await onEnter()
    }
    const back = (): void => void look()
    window.addEventListener('focus', back)
    return () => window.removeEventListener('focus', back)
  }, [onEnter])
  return null
}
