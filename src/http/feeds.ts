// Feeds by address, opened by a token: changes of the record, what watches told, the agenda as a calendar.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AccessError, NotFoundError } from '../errors.ts'
import { type Feed, type FeedEntry, type FeedKind, feedTypes, writeFeed } from '../formats/feed.ts'
import { urnOf } from '../formats/feeds.ts'
import { icalendar } from '../formats/icalendar.ts'
import { presentOf } from '../questions/present.ts'
import { listLatest, type Recorded } from '../record/latest.ts'
import { sliceRecord } from '../record/slice.ts'
import { requireToken } from '../record/tokens.ts'
import { type Firing, findWatch, listFirings } from '../record/watches.ts'
import type { AppContext } from './context.ts'
import { type AnyRoute, route } from './route.ts'

/** What a feed reader keeps. */
const length = 100
const states = z.array(z.string().toUpperCase()).optional()
const opened = {
  token: z.string().max(200).optional().describe('Made by chancery token add, or POST /api/tokens.'),
}

interface Asked {
  context: AppContext
  request: Request
}

const changes = route({
  method: 'get',
  path: '/feeds/{feed}',
  name: 'getFeed',
  summary:
    'changes.atom, changes.json: what was last recorded; firings.atom, firings.json: what watches told; agenda.ics: what is ahead, as a calendar.',
  params: z.object({ feed: z.string() }),
  query: z.strictObject({ ...opened, states: states.describe('Only exchanges of all of these.') }),
  response: z.string(),
  run: async (context, { params, query, request }) => {
    await open(context, query.token)
    const asked = { context, request }
    if (params.feed === 'agenda.ics') return sendAgenda(asked, query.states ?? [])
    const { name, kind } = feedNamed(params.feed)
    if (name === 'changes') return sendFeed(asked, kind, await changesFeed(asked, query.states ?? []))
    if (name === 'firings') return sendFeed(asked, kind, await firingsFeed(asked, null))
    throw unknownFeed(params.feed)
  },
})

const firings = route({
  method: 'get',
  path: '/feeds/watches/{feed}',
  name: 'getWatchFeed',
  summary: 'ID.atom, ID.json: what one watch told.',
  params: z.object({ feed: z.string() }),
  query: z.strictObject(opened),
  response: z.string(),
  run: async (context, { params, query, request }) => {
    await open(context, query.token)
    const { name, kind } = feedNamed(params.feed)
    const asked = { context, request }
    return sendFeed(asked, kind, await firingsFeed(asked, name))
  },
})

async function open({ database, now }: AppContext, token: string | undefined): Promise<void> {
  if (!token)
    throw new AccessError(
      'A feed is opened by a token',
      'Make one with chancery token add NAME and add ?token=… to the address.',
    )
  await requireToken(database, token, now())
}

function feedNamed(file: string): { name: string; kind: FeedKind } {
  const [, name, kind] = /^(.+)\.(atom|json)$/.exec(file) ?? []
  if (!name) throw unknownFeed(file)
  return { name, kind: kind as FeedKind }
}

const unknownFeed = (file: string): NotFoundError =>
  new NotFoundError(
    `There is no feed "${file.slice(0, 100)}"`,
    'Feeds: changes.atom, firings.atom, watches/ID.atom (and .json), agenda.ics.',
  )

const pageOf = ({ request }: Asked, path: string): string => new URL(path, request.url).href

async function changesFeed(asked: Asked, between: string[]): Promise<Feed> {
  const latest = await listLatest(asked.context.database, between, length)
  return {
    id: `urn:chancery:changes:${between.join('-')}`,
    title: `Chancery: changes of the record${between.length ? `, ${between.join(' and ')}` : ''}`,
    address: addressOf(asked),
    entries: latest.map((one) => changeEntry(asked, one)),
  }
}

/** The address without the token: a feed that is passed on is no key. */
function addressOf({ request }: Asked): string {
  const url = new URL(request.url)
  url.searchParams.delete('token')
  return url.href
}

function changeEntry(asked: Asked, one: Recorded): FeedEntry {
  const who = one.who.map((party) => party.name ?? party.office ?? party.state).filter(Boolean)
  const title = `${one.kind}: ${who.join(', ') || one.states.join(', ')}${one.host ? ` in ${one.host}` : ''}, ${one.occurredOn ?? 'undated'}`
  const said = one.sources.map(({ exact, publisher, title: headline, url }) =>
    [exact && `“${exact}”`, publisher ?? headline, url].filter(Boolean).join(' — '),
  )
  return {
    id: `${urnOf(one.exchange)}:${one.knownFrom}`,
    title: `${one.before ? 'Changed' : 'New'}: ${title}`,
    text: [differenceOf(one), ...said].join('\n'),
    at: one.knownFrom,
    url: pageOf(asked, `/exchanges/${encodeURIComponent(one.exchange)}`),
  }
}

/** "status announced → cancelled; now reviewed" */
function differenceOf({ before, status, occurredOn, place, review, confirmed }: Recorded): string {
  const now = { status, occurredOn, place, review }
  if (!before) return `${status}${confirmed ? '' : ', unconfirmed'}, ${review}`
  const names = { status: 'status', occurredOn: 'date', place: 'place', review: 'review' } as const
  const differing = (Object.keys(names) as (keyof typeof names)[]).filter((key) => before[key] !== now[key])
  if (differing.length === 0) return 'more is known of who took part or what it was'
  return differing.map((key) => `${names[key]} ${before[key] ?? '–'} → ${now[key] ?? '–'}`).join('; ')
}

async function firingsFeed(asked: Asked, watch: string | null): Promise<Feed> {
  const { database } = asked.context
  const told = await listFirings(database, watch === null ? { limit: length } : { watch, limit: length })
  const name = watch === null ? null : (told[0]?.watch ?? (await findWatch(database, watch)).name)
  return {
    id: `urn:chancery:firings:${watch ?? 'all'}`,
    title: name === null ? 'Chancery: watches' : `Chancery: ${name}`,
    address: addressOf(asked),
    entries: told.map((firing) => firingEntry(asked, firing)),
  }
}

function firingEntry(asked: Asked, firing: Firing & { watch: string }): FeedEntry {
  const [first] = firing.rows.filter((row) => row.type === 'exchange')
  return {
    id: `urn:chancery:firing:${firing.id}`,
    title: `${firing.watch}: ${firing.what}`,
    text: [
      firing.before === null ? '' : `Before: ${firing.before}`,
      `Now: ${firing.after}`,
      ...firing.rows.map((row) => row.label),
    ]
      .filter(Boolean)
      .join('\n'),
    at: firing.at,
    url: first ? pageOf(asked, `/exchanges/${encodeURIComponent(first.id)}`) : null,
  }
}

const sendFeed = ({ context, request }: Asked, kind: FeedKind, feed: Feed): Response =>
  sendText(request, writeFeed(kind, feed, context.now()), feedTypes[kind])

/** What lately took place stays, so that a calendar that has it as tentative hears how it ended. */
const keptDays = 90

async function sendAgenda({ context, request }: Asked, touching: string[]): Promise<Response> {
  const since = new Date(Date.parse(context.now()) - keptDays * 86_400_000).toISOString().slice(0, 10)
  const slice = sliceRecord(context.database, {
    asKnownOn: await presentOf(context.database, context.now()),
    since,
    ...(touching.length ? { states: touching } : {}),
  })
  let text = ''
  for await (const piece of icalendar.write(slice)) text += piece
  return sendText(request, text, icalendar.mediaType)
}

/** With an entity tag: a reader that asks often is told 304. Nobody between keeps what a token opened. */
function sendText(request: Request, text: string, type: string): Response {
  const tag = `"${createHash('sha1').update(text).digest('base64url')}"`
  const headers = { 'content-type': type, etag: tag, 'cache-control': 'private, no-cache' }
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

export const feedRoutes: AnyRoute[] = [changes, firings]
