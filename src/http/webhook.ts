// Sends firings to webhooks: signed as Standard Webhooks says, tried again with growing pauses, never to a private address.
import { createHmac } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { InputError } from '../errors.ts'
import { noteAttempt, takeDue, type Waiting } from '../record/deliveries.ts'
import { isPublicAddress } from '../sources/address.ts'
import { checkedLookup } from '../sources/download.ts'
import type { AppContext } from './context.ts'

const timeoutMs = 15_000

/** Throws InputError for what is no web address, carries a password, or is plainly private. */
export function checkWebhook(address: string, allow: (address: string) => boolean = isPublicAddress): void {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new InputError(
      `"${address.slice(0, 200)}" is no web address`,
      'Give an address that starts with https:// or http://.',
    )
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if ((isIP(host) && !allow(host)) || (/(^|\.)localhost$/.test(host) && !allow('127.0.0.1')))
    throw new InputError(
      `${url.hostname} is inside a private network: nothing is sent there`,
      'Give a public address.',
    )
}

/** Headers that sign a body: HMAC-SHA256 over "id.timestamp.body" (Standard Webhooks, v1). `at` in seconds. */
export function signHeaders(
  secret: string,
  { id, at, body }: { id: string; at: number; body: string },
): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` }
}

/** Sends what is due. Returns how many were tried. One that fails waits for its next turn. */
export async function deliverDue(context: AppContext): Promise<number> {
  const due = await takeDue(context.database, context.now())
  await Promise.all(
    due.map(async (one) => {
      const fault = await sendFiring(context, one).catch((error: unknown) => String(error))
      await noteAttempt(context.database, one, context.now(), fault)
    }),
  )
  return due.length
}

/** Null when it arrived, else why not. */
async function sendFiring(
  context: AppContext,
  { firing, watch, webhook, secret }: Waiting,
): Promise<string | null> {
  const { attempts: _, ...told } = firing
  const body = JSON.stringify({ type: 'watch.fired', timestamp: firing.at, data: { watch, firing: told } })
  const at = Math.floor(Date.parse(context.now()) / 1000)
  const allow = context.download?.allowAddress ?? isPublicAddress
  checkWebhook(webhook, allow)
  const status = await post(webhook, body, signHeaders(secret, { id: firing.id, at, body }), allow)
  return status >= 200 && status < 300 ? null : `answered ${status}`
}

/** Status of the answer; redirects are not followed, and the body is not read. */
function post(
  address: string,
  body: string,
  headers: Record<string, string>,
  allow: (address: string) => boolean,
): Promise<number> {
  const url = new URL(address)
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'chancery (watch)',
      },
      signal: AbortSignal.timeout(timeoutMs),
      agent: false,
      lookup: checkedLookup(allow),
    })
    request.on('response', (response) => {
      response.destroy()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', (error) => reject(new Error(error.message, { cause: error })))
    request.end(body)
  })
}
