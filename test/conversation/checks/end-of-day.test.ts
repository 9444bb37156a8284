import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permitEnd, permitExtension } from '../../../src/conversation/checks/permit-period.ts'
import { renderInstant } from '../../../src/kernel/clock.ts'

const NOW = Date.parse('2026-11-26T09:00:00+07:00')
const from = (at: number) => ({ validFrom: { value: String(at), shown: renderInstant(at) } })
const START = Date.parse('2026-11-27T07:00:00+07:00')

describe.each([permitEnd, permitExtension])('the end of a permit by $name', ({ check }) => {
  it.each([
    ['hết ngày 28/11', '23:59 28/11/2026'],
    ['28/11/2026', '23:59 28/11/2026'],
    ['24h ngày 28/11/2026', '23:59 28/11/2026'],
    ['12h đêm 28/11/2026', '23:59 28/11/2026'],
  ])('that is said as “%s” is the last minute of that day', (text, shown) => {
    expect(check(text, { now: NOW, answers: from(START) })).toMatchObject({ shown })
  })

  it('never is shown as the first minute of the day after it, whatever is said', () => {
    const said = fc.tuple(
      fc.constantFrom('', 'hết ngày ', 'tới hết ', '24h ', '0h ', '12h đêm ', '17h ', 'cuối ngày '),
      fc.constantFrom('28/11/2026', 'mai', 'mốt', 'thứ 7', '5 ngày', '7 ngày', '1 tuần', 'ngày 29 tháng 11'),
    )
    fc.assert(
      fc.property(said, fc.integer({ min: 0, max: 47 }), ([before, day], half) => {
        const start = Date.parse('2026-11-26T00:00:00+07:00') + half * 1_800_000 + 86_400_000
        const reading = check(`${before}${day}`, { now: NOW, answers: from(start) })
        return reading.ok === false || !reading.shown.startsWith('00:00')
      }),
    )
  })
})
