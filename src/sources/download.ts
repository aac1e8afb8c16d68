// Gets a document by address over HTTP, and only from public addresses: checked where the connection looks them up.
import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { InputError, SourceError } from '../errors.ts'
import { isPublicAddress } from './address.ts'

export interface Download {
  /** Where it was found in the end. */
  url: string
  bytes: Uint8Array
  contentType: string | undefined
  /** For asking again: ETag and Last-Modified as sent. */
  etag: string | undefined
  lastModified: string | undefined
  /** true: it is as it was when last asked (304), and `bytes` is empty. */
  unchanged: boolean
}
export interface DownloadOptions {
  /** Called before each address is asked, those of redirects too: waits, or throws to leave it. */
  beforeAsking?: (url: URL) => Promise<void>
  /** Whether a resolved IP address may be spoken to. Only tests and closed networks give their own. */
  allowAddress?: (address: string) => boolean
  /** Ends what is under way. */
  signal?: AbortSignal
  /** Milliseconds for each address asked. */
  timeout?: number
  maxBytes?: number
  headers?: Record<string, string>
}

const maxRedirects = 5
/** What we call ourselves, here and in robots.txt. */
export const agentToken = 'chancery'

/** The address answered with something else than a document. */
export class AnswerError extends SourceError {
  readonly answered: number
  /** Seconds after which the server asks to be asked again; null when it does not say. */
  readonly retryAfter: number | null
  constructor(response: IncomingMessage, what: string, next: string) {
    super(what, next)
    // To the user it is one like the others.
    this.name = 'SourceError'
    this.answered = response.statusCode!
    const seconds = Number(response.headers['retry-after'])
    this.retryAfter = Number.isFinite(seconds) ? seconds : null
  }
}

/** Downloads `address`. Throws InputError for one that may not be asked, SourceError when it does not give a document. */
export async function download(address: string, options: DownloadOptions = {}): Promise<Download> {
  const timeout = options.timeout ?? 30_000
  let url = webUrl(address)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    await options.beforeAsking?.(url)
    const response = await send(
      url,
      options,
      AbortSignal.any([AbortSignal.timeout(timeout), ...(options.signal ? [options.signal] : [])]),
    )
    const location = response.headers.location
    if (response.statusCode! >= 300 && response.statusCode! < 400 && location) {
      response.destroy()
      url = webUrl(location, url)
      continue
    }
    const { etag, 'content-type': contentType, 'last-modified': lastModified } = response.headers
    if (response.statusCode === 304 && options.headers) {
      response.destroy()
      return { url: url.href, bytes: new Uint8Array(), contentType, etag, lastModified, unchanged: true }
    }
    if (response.statusCode !== 200) {
      response.destroy()
      throw new AnswerError(
        response,
        `${url.href} answered ${response.statusCode}`,
        'Open it in a browser; if it shows there, save it and give the file.',
      )
    }
    const bytes = await bodyOf(response, options.maxBytes ?? 50_000_000, url)
    return { url: url.href, bytes, contentType, etag, lastModified, unchanged: false }
  }
  throw new SourceError(
    `${address} redirects more than ${maxRedirects} times`,
    'Give the address it ends at.',
  )
}

/** `address` as http or https URL without user name and password. Throws InputError. */
function webUrl(address: string, from?: URL): URL {
  const url = URL.canParse(address, from?.href) ? new URL(address, from?.href) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password)
    return url
  throw new InputError(
    `"${address.slice(0, 200)}" is no web address`,
    'Give an address that starts with http:// or https://.',
  )
}

function send(url: URL, options: DownloadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const allow = options.allowAddress ?? isPublicAddress
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is never looked up: it is checked here.
  if (isIP(host) && !allow(host)) throw refusal(url.hostname)
  const headers = {
    'user-agent': `${agentToken} (reads public diplomatic reporting)`,
    accept: 'text/html, application/pdf, text/plain, application/rss+xml, application/atom+xml, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    ...options.headers,
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      headers,
      signal,
      agent: false,
      lookup: checkedLookup(allow),
    })
    request.on('response', resolve)
    request.on('error', (error) => reject(asSourceError(error, url)))
    request.end()
  })
}

/** Looks a name up once and hands on only addresses that passed: what was checked is what is connected to. */
export const checkedLookup =
  (allow: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 4)
      const found = addresses as unknown as LookupAddress[]
      if (found.length === 0 || found.some(({ address }) => !allow(address)))
        return callback(refusal(hostname), '', 4)
      if (options.all) return callback(null, found as never)
      callback(null, found[0]!.address, found[0]!.family)
    })
  }

const refusal = (host: string): InputError & NodeJS.ErrnoException =>
  new InputError(
    `${host} is inside a private network: addresses there are not asked`,
    'Download it yourself and give the file.',
  )

function asSourceError(error: Error, url: URL): Error {
  if (error instanceof InputError) return error
  const late = error.name === 'AbortError' || error.name === 'TimeoutError'
  return new SourceError(
    `${url.href} ${late ? 'took too long' : `could not be reached: ${error.message}`}`,
    'Check the address, or try later.',
    error,
  )
}

/** The body, unpacked, never more than `most` bytes of it: a small packed body may hold a very large one. */
async function bodyOf(response: IncomingMessage, most: number, url: URL): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding']
  const unpack =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null
  if (unpack) response.on('error', (error) => unpack.destroy(error))
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of unpack ? response.pipe(unpack) : response) {
      size += (chunk as Buffer).length
      if (size > most)
        throw new SourceError(
          `${url.href} gives more than ${most.toLocaleString('en')} bytes`,
          'Give an address of one document.',
        )
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    throw error instanceof SourceError ? error : asSourceError(error as Error, url)
  } finally {
    response.destroy()
  }
  return Buffer.concat(chunks)
}
