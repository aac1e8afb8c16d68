// A proxy that says who asks, in a header of its own: believed from the addresses it has, refused from everywhere else.
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import { AccessError, InputError, LoginError } from '../errors.ts'
import { accountName, signOn } from '../record/signon.ts'
import { note } from './auditing.ts'
import type { AppContext } from './context.ts'
import type { Who } from './roles.ts'

export interface TrustedProxy {
  header: string
  from: BlockList
}

/** `ranges`: addresses or CIDR ranges. Throws InputError. */
export function trustProxy(header: string, ranges: readonly string[]): TrustedProxy {
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(header) || taken.test(header))
    throw new InputError(`"${header}" cannot be the header that says who asks`, 'For example: X-Remote-User')
  if (ranges.length === 0)
    throw new InputError('No address is named from which the header is believed', '--trust-proxy-from CIDR')
  const from = new BlockList()
  for (const range of ranges) addRange(from, range)
  return { header: header.toLowerCase(), from }
}

// Headers that browsers send, or that mean something else here.
const taken =
  /^(authorization|cookie|host|origin|referer|accept|user-agent|content-.*|sec-.*|x-forwarded-for)$/i

function addRange(from: BlockList, range: string): void {
  const [address, length, more] = range.split('/') as [string, string | undefined, string | undefined]
  const kind = isIP(address)
  const bits = length === undefined ? (kind === 4 ? 32 : 128) : /^\d{1,3}$/.test(length) ? Number(length) : -1
  // A range of everybody is a slip, not a proxy.
  if (kind === 0 || more !== undefined || bits < 1 || bits > (kind === 4 ? 32 : 128))
    throw new InputError(`"${range}" is no range of addresses`, 'For example: 10.1.2.3 or fd00::/64')
  from.addSubnet(address, bits, kind === 4 ? 'ipv4' : 'ipv6')
}

/** Whom the proxy names; null: it names nobody. Throws AccessError when it is not the proxy that says so, LoginError for no name. */
export async function whoProxySays(
  context: AppContext,
  trusted: TrustedProxy,
  c: Context,
): Promise<Who | null> {
  const name = c.req.header(trusted.header)?.trim()
  if (name === undefined) return null
  if (!isProxy(trusted, c))
    throw new AccessError(
      `The header ${trusted.header} is believed from the proxy alone`,
      'Ask through the proxy, or leave the header out. The proxy’s addresses: --trust-proxy-from.',
    )
  // Two headers arrive as one, with a comma between.
  if (!accountName.test(name)) throw new LoginError('The proxy names nobody', 'Sign in at the proxy.')
  const { account, made } = await signOn(
    context.database,
    { identity: `proxy ${name}`, name, role: context.served?.signOnRole ?? null },
    context.now(),
  )
  if (made) await note(context, c, { actor: account.name, action: 'sign-on', status: 201 })
  return { ...account, how: 'proxy' }
}

/** By the address of the connection itself: what a header says of it anybody can write. */
function isProxy({ from }: TrustedProxy, c: Context): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const address = incoming?.socket.remoteAddress ?? ''
  const kind = isIP(address)
  return kind !== 0 && from.check(address, kind === 4 ? 'ipv4' : 'ipv6')
}
