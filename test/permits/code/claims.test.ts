import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromHex, toHex } from '../../../src/permits/code/claims.ts'

it('writes bytes as two small hex digits each and reads them back, also none', () => {
  expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff')
  expect(fromHex('')).toEqual(new Uint8Array())
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes)
    }),
  )
})
