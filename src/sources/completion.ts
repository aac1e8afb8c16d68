// Asks a language model at an OpenAI-compatible endpoint. Only the one that the environment names is ever asked.
import { SourceError } from '../errors.ts'

export interface ModelSettings {
  /** As OpenAI-compatible servers have it, up to /v1: "http://localhost:11434/v1". */
  url: string
  /** Name of the model, as the server knows it. */
  model: string
  key: string | null
  /** Milliseconds for one answer. */
  timeout: number
}

/** From CHANCERY_MODEL_URL, CHANCERY_MODEL, CHANCERY_MODEL_KEY and CHANCERY_MODEL_TIMEOUT (seconds); null: no model is to be asked. */
// => modelSettings({}) === null
export function modelSettings(env: Record<string, string | undefined> = process.env): ModelSettings | null {
  const url = env.CHANCERY_MODEL_URL?.trim()
  if (!url) return null
  const seconds = Number(env.CHANCERY_MODEL_TIMEOUT)
  return {
    url: url.replace(/(?<!\/)\/+$/, ''),
    model: env.CHANCERY_MODEL?.trim() || 'default',
    key: env.CHANCERY_MODEL_KEY?.trim() || null,
    timeout: (seconds > 0 ? seconds : 120) * 1000,
  }
}

/** No answer is longer that is worth reading. */
const maxBytes = 2_000_000

/** The words of the model's answer. Throws SourceError: away, too slow, too long, or no answer of the kind. */
export async function askModel(
  { url, model, key, timeout }: ModelSettings,
  messages: { role: string; content: string }[],
): Promise<string> {
  const signal = AbortSignal.timeout(timeout)
  try {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, messages, temperature: 0, stream: false }),
      signal,
      // A key goes to the server it is for, and to no other.
      redirect: 'error',
    })
    const body = await readCapped(response)
    if (!response.ok) throw failure(`answered ${response.status}: ${body.slice(0, 200)}`)
    return wordsOf(body)
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw failure(
      signal.aborted
        ? `took longer than ${timeout / 1000} s`
        : `could not be asked: ${(error as Error).message}`,
      error,
    )
  }
}

const failure = (what: string, cause?: unknown): SourceError =>
  new SourceError(
    `The language model ${what}`,
    'See that CHANCERY_MODEL_URL and CHANCERY_MODEL are right and that it runs.',
    cause,
  )

async function readCapped(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    if (size > maxBytes) throw failure(`gave more than ${maxBytes.toLocaleString('en')} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function wordsOf(body: string): string {
  try {
    const { choices } = JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] }
    const words = choices?.[0]?.message?.content
    if (typeof words === 'string') return words
  } catch {}
  throw failure('gave no chat completion')
}
