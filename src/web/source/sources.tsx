// Watched sources: pages, feeds and sitemaps that are asked again and again while the record is served.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { instantWords } from '../dates.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Needs } from '../session/needs.tsx'
import { useMay } from '../session/session.ts'
import { counted } from '../words.ts'
import {
  addSource,
  askSources,
  changeSource,
  type ListedSource,
  paceWords,
  removeSource,
  runSource,
  runWords,
  useSourceAct,
} from './asking.ts'
import { Pace } from './pace.tsx'
import styles from './sources.module.css'

export function Sources(): ReactNode {
  const may = useMay('editor')
  return (
    <>
      {may ? <NewSource /> : <Needs least="editor" what="Watching sources" />}
      <Loaded query={useQuery(askSources)} what="the sources" room={132}>
        {(sources) =>
          sources.length ? (
            <ul className={styles.sources}>
              {sources.map((source) => (
                <Source key={source.id} source={source} may={may} />
              ))}
            </ul>
          ) : (
            <Empty title="No source is watched">
              Give the address of a ministry’s news page, its feed or its sitemap: it is asked again while{' '}
              <code>chancery serve</code> runs, and what is new is filed.
            </Empty>
          )
        }
      </Loaded>
    </>
  )
}

function NewSource(): ReactNode {
  const [url, setUrl] = useState('')
  const [name, setName] = useState('')
  const [minutes, setMinutes] = useState(60)
  const adding = useSourceAct(addSource)
  const add = (): void =>
    adding.mutate(
      { url: url.trim(), everyMinutes: minutes, ...(name.trim() ? { name: name.trim() } : {}) },
      {
        onSuccess: () => {
          setUrl('')
          setName('')
        },
      },
    )
  return (
    <>
      <form
        className={styles.adding}
        aria-label="Add a source"
        onSubmit={(event) => {
          event.preventDefault()
          if (url.trim() && !adding.isPending) add()
        }}
      >
        <Field
          label="Address of a page, feed or sitemap"
          value={url}
          onChange={setUrl}
          placeholder="https://"
        />
        <Field label="Name" value={name} onChange={setName} placeholder="as you call it" />
        <Pace label="Asked" minutes={minutes} onChange={setMinutes} />
        <Action type="submit" isDisabled={!url.trim() || adding.isPending}>
          {adding.isPending ? 'Adding …' : 'Watch it'}
        </Action>
      </form>
      {adding.error && <Failure error={adding.error} />}
    </>
  )
}

function Source({ source, may }: { source: ListedSource; may: boolean }): ReactNode {
  const { id, name, url, paused, everyMinutes } = source
  const called = name || url
  const changing = useSourceAct(changeSource)
  const removing = useSourceAct(removeSource)
  const running = useSourceAct(runSource)
  const [sure, ask] = useState(false)
  const error = changing.error ?? removing.error ?? running.error
  return (
    <li className={styles.source}>
      <div className={styles.about}>
        <b>{called}</b> {name && <span className={styles.soft}>{url}</span>}
        <p className={styles.soft}>{stateOf(source)}</p>
        {source.lastError && !running.data?.error && (
          <p className={styles.wrong}>
            ✕ {source.failures ? `${counted(source.failures, 'run')} failed: ` : ''}
            {source.lastError}
          </p>
        )}
        <p role="status" className={styles.ran}>
          {running.isPending && 'Asking the source …'}
          {running.data && `${running.data.error ? '✕' : '✓'} ${runWords(running.data)}`}
        </p>
        {error && <Failure error={error} />}
      </div>
      {may && (
        <div className={styles.acts}>
          <Pace
            label={`How often ${called} is asked`}
            quiet
            minutes={everyMinutes}
            onChange={(next) => changing.mutate({ id, everyMinutes: next })}
          />
          <Action
            isDisabled={running.isPending}
            onPress={() => running.mutate(id)}
            aria-label={`Run now: ${called}`}
          >
            Run now
          </Action>
          <Action
            onPress={() => changing.mutate({ id, paused: !paused })}
            aria-label={`${paused ? 'Go on with' : 'Pause'} ${called}`}
          >
            {paused ? 'Go on' : 'Pause'}
          </Action>
          {sure ? (
            <>
              <Action onPress={() => removing.mutate(id)}>Remove for good</Action>
              <Action look="quiet" onPress={() => ask(false)}>
                Keep it
              </Action>
            </>
          ) : (
            <Action look="quiet" onPress={() => ask(true)} aria-label={`Remove ${called}`}>
              Remove
            </Action>
          )}
        </div>
      )}
    </li>
  )
}

function stateOf({ paused, everyMinutes, nextRunAt, lastRunAt, filed }: ListedSource): string {
  const next = paused ? '‖ paused' : `${paceWords(everyMinutes)}, next ${instantWords(nextRunAt)}`
  return `${next} · last asked ${instantWords(lastRunAt)} · ${counted(filed, 'document')} filed in all`
}
