import { describe, expect, it } from 'vitest'
import { parseGiven } from '../../../src/checkpoint/browser/given-sign-in.ts'
import { deviceOf } from '../../../src/checkpoint/device.ts'

describe('the sign-in QR of a post', () => {
  it.each([
    ['#post=cau-ho-phong&code=7KX2-M9PQ-4RTA', { post: 'cau-ho-phong', code: '7KX2-M9PQ-4RTA' }],
    ['', { post: '', code: '' }],
    ['#x', { post: '', code: '' }],
    [`#code=${'A'.repeat(500)}`, { post: '', code: 'A'.repeat(64) }],
  ])('%j fills in %j', (hash, given) => expect(parseGiven(hash)).toEqual(given))
})

describe('a phone by what it says of itself', () => {
  it.each([
    ['Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 Chrome/120', 'Android, SM-A125F'],
    ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120 Mobile', 'Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1', 'iPhone'],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/120', 'Máy tính'],
    [undefined, 'Máy khác'],
    ['Android '.repeat(9_000), 'Android'],
  ])('is read from what it sends, case %#', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device))
})
