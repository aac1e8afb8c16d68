// Long work told of while it goes on: server-sent events, the answer as the last of them.
import { problemOf } from './problem.ts'

/** How far long work is; `of` null: nobody knows how much there is. */
export interface Progress {
  stage: string
  done: number
  of: number | null
}
export type Tell = (progress: Progress) => void

export const eventStreamType = 'text/event-stream'

/** Whether the client asked for events rather than for one answer. */
export const wantsEvents = (accept: string | undefined): boolean =>
  (accept ?? '').split(',').some((one) => one.split(';')[0]!.trim() === eventStreamType)

/** Starts the work and streams "progress" events, then "result" with the answer or "problem" with what went wrong. Work goes on when nobody listens any more. */
export function streamProgress(
  work: (tell: Tell) => Promise<unknown>,
  onFault?: (error: unknown) => void,
): Response {
  const encoder = new TextEncoder()
  let listening = true
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      const send = (event: string, data: unknown): void => {
        if (listening) stream.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
      }
      try {
        send('result', await work((progress) => send('progress', progress)))
      } catch (error) {
        const problem = problemOf(error)
        if (problem.status >= 500) onFault?.(error)
        send('problem', problem)
      }
      if (listening) stream.close()
    },
    cancel: () => {
      listening = false
    },
  })
  const headers = { 'content-type': eventStreamType, 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  return new Response(body, { headers })
}
