// Which network addresses a download may go to: public ones only.
import { BlockList, isIP } from 'node:net'

// Special-purpose blocks of the IANA registries: this network, private, shared, loopback, link-local, protocol assignments,
// documentation, 6to4 relays, benchmarking, multicast, reserved.
const blocked4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
// Within global unicast 2000::/3: protocol assignments and Teredo, documentation, 6to4 (it may wrap a private address).
const blocked6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const blocked = new BlockList()
for (const [net, prefix] of blocked4) blocked.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of blocked6) blocked.addSubnet(net, prefix, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** Whether `address` (an IP address) is one that anybody on the internet may have. IPv4 wrapped in IPv6 is refused: nobody needs it. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !blocked.check(address, 'ipv4')
  return version === 6 && global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}
