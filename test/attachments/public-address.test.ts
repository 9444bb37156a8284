import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublic } from '../../src/attachments/public-address.ts'

const PUBLIC = [
  '8.8.8.8',
  '1.1.1.1',
  '103.199.7.1',
  '::ffff:8.8.8.8',
  '::ffff:808:808',
  '2606:4700::1111',
  '2001:4860:4860::8888',
]
const PRIVATE = [
  '0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1',
  '192.168.1.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::8.8.8.8', 'fc00::1', 'fd12::1',
  'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:c0a8:101',
  '::ffff:0:8.8.8.8', '64:ff9b::808:808', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:808:808::1', '2002:7f00:1::', '2001::1',
  '2001:db8::1', '100::1', '4000::1', '', 'cdn.zadn.vn', '8.8.8', '0x8.8.8.8', '8.8.8.8/8', '[::1]',
] // prettier-ignore

describe('an address', () => {
  it.each(PUBLIC)('%s is public', (address) => expect(isPublic(address)).toBe(true))
  it.each(PRIVATE)('%s is not public', (address) => expect(isPublic(address)).toBe(false))

  it('of IPv4 is judged the same when it is written inside an IPv6 address', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublic(`::ffff:${address}`)).toBe(isPublic(address))
      }),
    )
  })

  it('of IPv6 outside 2000::/3 is public only when it is an IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] || '0', 16)
        if (first >> 13 !== 1 && !/ffff:/i.test(address)) expect(isPublic(address)).toBe(false)
      }),
    )
  })
})
