import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNamed } from '../../../src/conversation/checks/table.ts'
import { readFacts } from '../../../src/conversation/facts/read-facts.ts'
import { readingsOf, spendOn } from '../../../src/conversation/facts/spend.ts'

const at = (iso: string): string => String(Date.parse(`${iso}+07:00`))
const context = { now: Number(at('2026-11-22T09:30')), answers: {} }
const check = (name: string) => {
  const found = checkNamed(name)
  if (!found) throw new Error(name)
  return found
}
const values = (name: string, text: string, side?: 'from' | 'to') =>
  readingsOf(check(name), readFacts(text), context, side).map(({ reading }) => reading.value)

describe('the facts of a whole sentence', () => {
  it('give its plate, places and times to the questions that take them', () => {
    const text = 'xe 69B1-234.56 cho tom tu nam can len can tho tu 5h sang mai toi thu 6'
    expect(values('plate', text)).toEqual(['69-B1 234.56'])
    expect(values('area', text, 'from')).toEqual(['30'])
    expect(values('area', text, 'to')).toEqual(['1092'])
    expect(values('permitStart', text)).toEqual([at('2026-11-23T05:00')])
    expect(values('permitEnd', text)).toEqual([at('2026-11-27T23:59')])
  })

  it.each([
    ['phone', 'từ xã Đất Mũi đến Cần Thơ, đt 0912345678', ['0912345678']],
    ['citizenNumber', 'cccd 096 190 012 345 sdt 0389.123.456', ['096190012345']],
    ['plate', 'hai xe 69A-123.45 và 69A-123.46', ['69A-123.45', '69A-123.46']],
    ['money', 'vốn 30 triệu', ['30000000']],
    ['weekdays', 'đi thứ 2 4 6', ['21']],
  ])('%s of %j', (name, text, expected) => expect(values(name, text)).toEqual(expected))

  it('are read where the whole is refused, one stored and two asked back', () => {
    expect(spendOn(check('citizenNumber'), '096190012345 sdt 0919 123 456', context).reading).toMatchObject({
      ok: true,
      value: '096190012345',
    })
    expect(spendOn(check('copies'), '3 bản, hộ nghèo có miễn ko', context).reading).toMatchObject({
      ok: true,
      value: '3',
    })
    expect(spendOn(check('plate'), '69A-123.45 hoặc là 69A-123.46', context).reading).toMatchObject({
      ok: 'unsure',
      otherwise: { value: '69A-123.46' },
    })
    expect(spendOn(check('area'), 'tu sông đốc lên cần thơ', context, 'to').reading).toMatchObject({ shown: 'Cần Thơ' })
  })

  it('make nothing throw, whatever the message', () => {
    const names = [
      'personName',
      'plate',
      'area',
      'permitEnd',
      'permitStart',
      'phone',
      'birthDate',
      'dateRange',
      'weekdays',
    ]
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...names), (text, name) => {
        const { reading } = spendOn(check(name), text, context)
        expect([true, false, 'unsure']).toContain(reading.ok)
      }),
      { numRuns: 100 },
    )
  })
})
