import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PermitId } from '../../../src/kernel/ids.ts'
import { parseNumber, renderNumber } from '../../../src/permits/code/number.ts'

const id = fc.stringMatching(/^[0-9a-f]{16}$/).map((hex) => hex as PermitId)

describe('permit numbers', () => {
  it('are two groups of four characters nobody misreads', () => {
    fc.assert(
      fc.property(id, (permit) => {
        expect(renderNumber(permit)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('stay the same for one permit, now and in a later version', () => {
    expect(renderNumber('0000000000000000' as PermitId)).toBe('2222-2222')
    expect(renderNumber('00112233445566ff' as PermitId)).toBe('X6BD-2SPH')
    expect(renderNumber('ffffffffffffffff' as PermitId)).toBe('H26T-25TR')
  })

  it('differ for different permits, as far as chance can tell', () => {
    const numbers = new Set(
      Array.from({ length: 20_000 }, (_, i) => renderNumber(i.toString(16).padStart(16, '0') as PermitId)),
    )
    expect(numbers.size).toBe(20_000)
  })

  it.each([
    ['7kx2-m9pq', '7KX2-M9PQ'],
    [' 7KX2 M9PQ ', '7KX2-M9PQ'],
    ['7KX2–M9PQ', '7KX2-M9PQ'],
    ['7KX2M9PQ', '7KX2-M9PQ'],
    ['7KX2M9P', undefined],
    ['7KX2M9P0', undefined],
    ['7KX2M9PO', undefined],
    ['', undefined],
    ['7'.repeat(10_000), undefined],
  ])('are found in "%.20s"', (typed, number) => expect(parseNumber(typed)).toBe(number))
})
