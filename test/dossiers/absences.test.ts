import { describe, expect, it } from 'vitest'
import { type Absence, handledBy, passesOn, standInFor } from '../../src/dossiers/absences.ts'
import type { StaffId } from '../../src/kernel/ids.ts'

const [an, binh, chi, dung] = ['an', 'binh', 'chi', 'dung'] as StaffId[] as [StaffId, StaffId, StaffId, StaffId]
const MONDAY = '2030-05-06'
const away = (account: StaffId, substitute?: StaffId, since = MONDAY, until = since): Absence => ({
  ...{ account, since, until },
  ...(substitute && { substitute }),
})

describe('the work of somebody', () => {
  it.each<[string, Absence[], StaffId | undefined]>([
    ['who is there is their own', [], an],
    ['who is away is the substitute’s', [away(an, binh)], binh],
    ['whose substitute is away too is that one’s substitute’s', [away(an, binh), away(binh, chi)], chi],
    ['who is away without a substitute is nobody’s', [away(an)], undefined],
    ['whose substitute is away without one is nobody’s', [away(an, binh), away(binh)], undefined],
    ['in a circle is nobody’s', [away(an, binh), away(binh, chi), away(chi, an)], undefined],
    ['before a circle is nobody’s', [away(an, binh), away(binh, chi), away(chi, binh)], undefined],
    ['who substitutes for themselves is nobody’s', [away(an, an)], undefined],
    ['who is away on another day is their own', [away(an, binh, '2030-05-07')], an],
  ])('%s', (_, absences, expected) => {
    expect(standInFor(an, MONDAY, absences)).toBe(expected)
  })

  it('changes hands on the first day and comes back after the last', () => {
    const absences = [away(an, binh, '2030-05-06', '2030-05-08')]
    const days = ['2030-05-05', '2030-05-06', '2030-05-08', '2030-05-09']
    expect(days.map((day) => standInFor(an, day, absences))).toEqual([an, binh, binh, an])
  })
})

it('whose work somebody does is theirs, and that of all who end at them', () => {
  const absences = [away(an, binh), away(binh, chi), away(dung, chi)]
  expect(handledBy(chi, MONDAY, absences)).toEqual([chi, an, binh, dung])
  expect(handledBy(binh, MONDAY, absences)).toEqual([binh])
  expect(handledBy(chi, '2030-05-07', absences)).toEqual([chi])
})

it('a stand-in does not look after accounts', () => {
  expect([passesOn({ role: 'leader' }), passesOn({ role: 'administrator' })]).toEqual([true, false])
})
