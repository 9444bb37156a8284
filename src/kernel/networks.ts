import ipaddr from 'ipaddr.js'

/**
 * Whom a limit counts as one: an IPv4 address, or the first 64 bits of an IPv6 address, which one household or office has to
 * itself and may walk through at will. IPv4 written as IPv6 (mapped, or through NAT64) counts as the IPv4 address it is.
 */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (address instanceof ipaddr.IPv4) return address.toString()
  if (address.range() === 'rfc6052') return new ipaddr.IPv4(address.toByteArray().slice(12)).toString()
  return `${address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}

/** Addresses that never come from the open internet: what sends from one is in the house, or a proxy. */
export const isPrivateAddress = (ip: string): boolean =>
  ipaddr.isValid(ip) && !['unicast', 'reserved'].includes(ipaddr.process(ip).range())

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']

/** An address, a CIDR, or one of the names `loopback`, `linklocal` and `uniquelocal` for the private ranges. */
export const isNetwork = (text: string): boolean =>
  NAMED_NETWORKS.includes(text) || (text.includes('/') ? ipaddr.isValidCIDR(text) : isFullAddress(text))

/** Not `127.1` or `10`, which other readers of the same setting take for something else. */
const isFullAddress = (text: string): boolean => ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
