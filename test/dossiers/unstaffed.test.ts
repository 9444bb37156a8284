import { expect, it } from 'vitest'
import { unstaffed } from '../../src/dossiers/unstaffed.ts'

const AGENCIES: Record<string, { name: string; closed?: { successor?: string } }> = {
  A: { name: 'Xã A' },
  B: { name: 'Xã B' },
  OLD: { name: 'Xã Cũ', closed: { successor: 'Xã A' } },
  OLDER: { name: 'Xã Cũ Hơn', closed: { successor: 'Xã B' } },
  GONE: { name: 'Xã Mất', closed: {} },
}
const agencyNow = (code: string) => (AGENCIES[code] ? { code, ...AGENCIES[code] } : undefined)

it('nobody works where nobody has a role, and where who continues the work has nobody either', () => {
  const codes = Object.keys(AGENCIES)
  expect(unstaffed(codes, new Set(['A']), agencyNow)).toEqual(['B', 'OLDER', 'GONE'])
  expect(unstaffed(codes, new Set(['A', 'B', 'GONE']), agencyNow)).toEqual([])
  expect(unstaffed(['UNKNOWN'], new Set(), agencyNow)).toEqual(['UNKNOWN'])
})
