import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What the Internet gives to single machines of IPv6 at all (RFC 4291; the rest is unassigned). */
const GLOBAL = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an IP address in text lies in the public Internet. An IPv4 address inside an IPv6 one (`::ffff:…`) is judged as
 * itself; addresses that lead elsewhere by translation or tunnel (64:ff9b::/96, 2002::/16, Teredo) are not public, because
 * nobody here knows where they end. What is no address is not public.
 */
export function isPublic(address: string): boolean {
  const spelled = isIP(address) === 6 ? inHex(address) : address
  if (isIP(spelled) === 0) return false
  const parsed = ipaddr.process(spelled)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL)
}

/** Without dots: ipaddr.js takes the old `::8.8.8.8` for a mapped address, and the machine does not. */
const inHex = (address: string): string =>
  URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : ''
