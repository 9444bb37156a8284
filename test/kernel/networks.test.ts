import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNetwork, isPrivateAddress, networkOf } from '../../src/kernel/networks.ts'

describe('a network', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['64:ff9b::203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unix', 'unix'],
    ['', ''],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })

  it('is one for all addresses that differ in their last 64 bits only, however they are spelt', () => {
    const part = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16))
    const four = fc.tuple(part, part, part, part)
    fc.assert(
      fc.property(four, four, four, ([a, b, c, d], one, other) => {
        const prefix = `2${a.padStart(3, '0').slice(0, 3)}:${b}:${c}:${d}`
        expect(networkOf(`${prefix}:${one.join(':')}`.toUpperCase())).toBe(networkOf(`${prefix}:${other.join(':')}`))
      }),
    )
  })
})

it.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '::1', 'fd00::1', '::ffff:10.0.0.5', '100.64.0.1'].map(
    (ip) => [ip, true] as const,
  ),
  ...['203.0.113.9', '8.8.8.8', '172.32.0.1', '2a00:1450::1', '', 'proxy'].map((ip) => [ip, false] as const),
])('takes %s for an address inside: %s', (ip, expected) => {
  expect(isPrivateAddress(ip)).toBe(expected)
})

it.each([
  ...['loopback', 'uniquelocal', '10.0.0.5', '10.0.0.0/8', 'fd00::/8', '::1'].map((text) => [text, true] as const),
  ...['', 'proxy', '10', '10.0.0.0/33', '10.0.0', '1.2.3.4/', 'everybody', '*'].map((text) => [text, false] as const),
])('reads %j as something to trust: %s', (text, expected) => {
  expect(isNetwork(text)).toBe(expected)
})
