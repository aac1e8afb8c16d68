// Talks to the record over HTTP. An error carries what happened and what to do next (RFC 9457).
import { signedIn } from './session/gate.ts'

/** What the API refused or could not do. `status` 0: the record could not be reached at all. */
export class ApiError extends Error {
  readonly status: number
  /** What the reader of the message can do about it; empty when there is nothing. */
  readonly next: string
  constructor(status: number, what: string, next: string) {
    super(what)
    this.name = 'ApiError'
    this.status = status
    this.next = next
  }
}

export type Parameters = Record<string, string | number | boolean | undefined | null>

/** `/api/…` with the given parameters; empty ones are left out. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return `/api/${path}${text ? `?${text}` : ''}`
}

export const get = <Value>(path: string, parameters?: Parameters, signal?: AbortSignal): Promise<Value> =>
  send<Value>(address(path, parameters), { signal: signal ?? null })

export const post = <Value>(path: string, body: unknown, signal?: AbortSignal): Promise<Value> =>
  sendJson<Value>('POST', path, body, signal)

export const put = <Value>(path: string, body: unknown): Promise<Value> => sendJson<Value>('PUT', path, body)

export const remove = <Value>(path: string): Promise<Value> =>
  send<Value>(address(path), { method: 'DELETE' })

const sendJson = <Value>(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Value> =>
  send<Value>(address(path), {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  })

/** Sends raw bytes, as read from a file. */
export const postBytes = <Value>(
  path: string,
  parameters: Parameters,
  bytes: Blob,
  signal?: AbortSignal,
): Promise<Value> =>
  send<Value>(address(path, parameters), {
    method: 'POST',
    headers: { 'content-type': bytes.type || 'application/octet-stream' },
    body: bytes,
    signal: signal ?? null,
  })

/** Sends a form as a browser does, outside the API; nobody is asked to sign in for it. */
export const postForm = async <Value>(path: string, fields: Record<string, string>): Promise<Value> =>
  outcomeOf<Value>(
    await reach(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { accept: 'application/json' },
    }),
  )

/** Asked by nobody signed in, it waits until somebody is, and is asked again. */
async function send<Value>(url: string, request: RequestInit): Promise<Value> {
  const response = await reach(url, request)
  if (response.status === 401 && (await signedIn())) return send(url, request)
  return outcomeOf<Value>(response)
}

async function outcomeOf<Value>(response: Response): Promise<Value> {
  const text = await response.text()
  if (!response.ok) throw problemOf(response.status, text)
  return (text ? JSON.parse(text) : null) as Value
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(
      0,
      'The record cannot be reached.',
      'See whether `chancery serve` is still running, then try again.',
    )
  }
}

function problemOf(status: number, text: string): ApiError {
  try {
    const problem = JSON.parse(text) as { title?: string; detail?: string; next?: string }
    return new ApiError(
      status,
      problem.detail ?? problem.title ?? `The record answered ${status}.`,
      problem.next ?? '',
    )
  } catch {
    return new ApiError(
      status,
      `The record answered ${status}.`,
      'Try again; if it stays, look at the server’s messages.',
    )
  }
}
