// Manners on the web: robots.txt is kept to, a host is asked one thing at a time with a pause between.
import { setTimeout as sleep } from 'node:timers/promises'
import { SourceError } from '../errors.ts'
import { AnswerError, type DownloadOptions, download } from './download.ts'
import { allowAll, type Robots, readRobots } from './robots.ts'

export interface Manners extends DownloadOptions {
  /** Least milliseconds between two requests to one host; a longer Crawl-delay wins. */
  pause?: number
}

interface Host {
  robots: Promise<Robots>
  /** When the next request may go. */
  free: number
}

const usualPause = 1000
// A site may ask for a minute; one that asks for more is not one to be read by a program.
const longestPause = 60_000

/**
 * Download options that ask politely: one object for one run, which remembers the hosts it spoke to. An address that robots.txt
 * keeps from programs is a SourceError; so is every address of a host whose robots.txt cannot be had now.
 */
export function politely(options: Manners = {}): DownloadOptions {
  const hosts = new Map<string, Host>()
  const beforeAsking = async (url: URL): Promise<void> => {
    const host = hosts.get(url.origin) ?? { robots: robotsOf(url, options), free: 0 }
    hosts.set(url.origin, host)
    const robots = await host.robots
    if (!robots.allows(url))
      throw new SourceError(
        `${url.href} is kept from programs by the site’s robots.txt`,
        'Save the page and give the file.',
      )
    await takeTurn(host, Math.max(options.pause ?? usualPause, (robots.delay ?? 0) * 1000), options.signal)
  }
  return { ...options, beforeAsking }
}

async function takeTurn(host: Host, pause: number, signal: AbortSignal | undefined): Promise<void> {
  const now = Date.now()
  const at = Math.max(now, host.free)
  host.free = at + Math.min(pause, longestPause)
  if (at > now) await sleep(at - now, undefined, signal ? { signal } : {})
}

/** No robots.txt (4xx): all is allowed. A server that fails is not asked for more. */
async function robotsOf(url: URL, { beforeAsking: _, headers: __, ...options }: Manners): Promise<Robots> {
  const address = `${url.origin}/robots.txt`
  try {
    const { bytes } = await download(address, { ...options, maxBytes: 1_000_000 })
    return readRobots(new TextDecoder().decode(bytes))
  } catch (error) {
    if (error instanceof AnswerError && error.answered < 500) return allowAll
    throw error
  }
}

// A busy server says when to come back; longer than this is for another run.
const longestWait = 60

/** Downloads; when the server is busy (429, 503) and says for how long, waits once and asks again. */
export async function downloadPatiently(
  address: string,
  options: DownloadOptions,
): ReturnType<typeof download> {
  try {
    return await download(address, options)
  } catch (error) {
    const busy = error instanceof AnswerError && (error.answered === 429 || error.answered === 503)
    if (!busy || error.retryAfter === null || error.retryAfter > longestWait) throw error
    await sleep(error.retryAfter * 1000, undefined, options.signal ? { signal: options.signal } : {})
    return download(address, options)
  }
}
