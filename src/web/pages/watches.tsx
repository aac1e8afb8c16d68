// Watches: questions that are asked again after every change; what each told; looked at now, ended.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { instantWords } from '../dates.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { useMay } from '../session/session.ts'
import {
  askConditions,
  askFirings,
  askWatches,
  endWatch,
  lookNow,
  type ShownWatch,
  useWatchAct,
} from '../watch/asking.ts'
import { Firings } from '../watch/firings.tsx'
import { searchOf } from '../watch/input.ts'
import { Naming } from '../watch/naming.tsx'
import { Moved } from '../watch/told.tsx'
import styles from '../watch/watches.module.css'
import { counted } from '../words.ts'

const route = getRouteApi('/watches')

export function WatchesPage(): ReactNode {
  const { watch: open } = route.useSearch()
  const may = useMay('analyst')
  const looking = useWatchAct(() => lookNow())
  return (
    <>
      <Head
        title="Watches"
        lead="Questions that the record asks itself again after every change. A watch fires when what it waits for comes true."
      >
        {may && (
          <Action isDisabled={looking.isPending} onPress={() => looking.mutate(undefined)}>
            {looking.isPending ? 'Looking …' : 'Look now'}
          </Action>
        )}
      </Head>
      <Moved />
      <p role="status" className={styles.soft}>
        {looking.data && lookedWords(looking.data.flatMap((one) => one.firings).length)}
      </p>
      {looking.error && <Failure error={looking.error} />}
      <Loaded query={useQuery(askWatches)} what="the watches">
        {(watches) =>
          watches.length ? (
            <ul className={styles.watches}>
              {watches.map((watch) => (
                <Watch key={watch.id} watch={watch} open={watch.id === open} />
              ))}
            </ul>
          ) : (
            <Empty title="No watch is kept">
              <Link to="/ask">Ask a question</Link>, then press ☆ Turn into a watch above its answer.
            </Empty>
          )
        }
      </Loaded>
    </>
  )
}

const lookedWords = (fired: number): string =>
  fired ? `Looked: ${counted(fired, 'firing')}.` : 'Looked: nothing new.'

function Watch({ watch, open }: { watch: ShownWatch; open: boolean }): ReactNode {
  const { id, name, question, input } = watch
  const navigate = useNavigate()
  const ending = useWatchAct(endWatch)
  const may = useMay('analyst')
  const [doing, set] = useState<'naming' | 'ending' | null>(null)
  const rest = (): void => set(null)
  return (
    <li>
      <div className={styles.watch}>
        <div className={styles.about}>
          {doing === 'naming' ? (
            <Naming watch={watch} close={rest} />
          ) : (
            <Link to="/ask/$name" params={{ name: question }} search={searchOf(input)} data-row>
              <b>{name}</b>
            </Link>
          )}
          <p className={styles.soft}>
            Tells when <WaitsFor watch={watch} /> · last asked {instantWords(watch.checkedAt)}
            {watch.webhook && ` · calls ${watch.webhook}`}
          </p>
          {watch.words && <p>{watch.words}</p>}
          {watch.fault && <p className={styles.wrong}>✕ It could not be asked: {watch.fault}</p>}
          {ending.error && <Failure error={ending.error} />}
        </div>
        <div className={styles.acts}>
          <Action
            aria-expanded={open}
            aria-label={`What it told: ${name}`}
            onPress={() =>
              void navigate({ to: '/watches', search: open ? {} : { watch: id }, replace: true })
            }
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> What it told
          </Action>
          {doing === 'ending' && (
            <>
              <Action onPress={() => ending.mutate(id)}>End it</Action>
              <Action look="quiet" onPress={rest}>
                Keep it
              </Action>
            </>
          )}
          {may && doing === null && (
            <>
              <Action look="quiet" aria-label={`Rename ${name}`} onPress={() => set('naming')}>
                Rename
              </Action>
              <Action look="quiet" aria-label={`Remove ${name}`} onPress={() => set('ending')}>
                Remove
              </Action>
            </>
          )}
        </div>
      </div>
      {open && <Told id={id} />}
    </li>
  )
}

function WaitsFor({ watch: { condition, days } }: { watch: ShownWatch }): ReactNode {
  const conditions = useQuery(askConditions)
  const title = conditions.data?.find((one) => one.name === condition)?.title ?? condition
  return days === null ? title : `${title} (${counted(days, 'day')})`
}

function Told({ id }: { id: string }): ReactNode {
  const query = useInfiniteQuery(askFirings(id))
  return (
    <div className={styles.told}>
      <Loaded query={query} what="what it told">
        {({ pages }) =>
          pages[0]?.length ? (
            <>
              <Firings firings={pages.flat()} />
              {query.hasNextPage && <Action onPress={() => void query.fetchNextPage()}>Older</Action>}
            </>
          ) : (
            <p className={styles.soft}>Nothing yet: what it waits for has not come since it was kept.</p>
          )
        }
      </Loaded>
    </div>
  )
}
