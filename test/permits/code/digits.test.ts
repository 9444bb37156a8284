import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDigits, MAX_DIGITS, toDigits } from '../../../src/permits/code/digits.ts'

describe('digits', () => {
  it.each([
    [[], ''],
    [[0], '000'],
    [[255], '255'],
    [[1, 0], '00256'],
    [[255, 255, 255], '16777215'],
    [[255, 255, 255, 255, 255, 255, 255], '72057594037927935'],
    [[0, 0, 0, 0, 0, 0, 0, 7], '00000000000000000007'],
  ])('writes %j as "%s" and reads it back', (bytes, digits) => {
    expect(toDigits(Uint8Array.from(bytes))).toBe(digits)
    expect(fromDigits(digits)).toEqual(Uint8Array.from(bytes))
  })

  it.each([
    ['256', 'one byte too large'],
    ['65536', 'two bytes too large'],
    ['99999999999999999', 'seven bytes too large'],
    ['72057594037927936', 'one above the largest group'],
    ['1', 'a length no bytes give'],
    ['1234', 'a length no bytes give'],
    ['12a', 'a letter'],
    ['-12', 'a sign'],
    [' 12', 'a space'],
    ['１２３', 'full-width digits'],
    ['12\n', 'a newline at the end'],
  ])('refuses "%s": %s', (digits) => expect(fromDigits(digits)).toBeUndefined())

  it('refuses a text over the cap without reading it', () => {
    expect(fromDigits('0'.repeat(17 * 40))).toHaveLength(7 * 40)
    expect(fromDigits('0'.repeat(17 * 41))).toBeUndefined()
    expect(17 * 41).toBeGreaterThan(MAX_DIGITS)
  })

  it('brings any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 246 }), (bytes) => {
        expect(fromDigits(toDigits(bytes))).toEqual(bytes)
      }),
    )
  })

  it('reads a text only when writing the bytes gives the same text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,60}$/), (digits) => {
        const bytes = fromDigits(digits)
        if (bytes) expect(toDigits(bytes)).toBe(digits)
      }),
    )
  })
})
