import { describe, expect, it } from 'vitest'
import { lint } from '../../src/procedures/lint/lint.ts'
import { load } from '../../src/procedures/load.ts'
import { changed } from './small-flow.ts'

/** What the linter says of a sentence with a term beside it. */
function told(deadline: string, term: string): string[] {
  const info = `info:\n  - { from: '2026-01-01', fee: { kind: free }, papers: [Đơn], deadline: '${deadline}', where: Tại xã, term: ${term} }\nstart: hoi`
  const loaded = load(changed('start: hoi', info))
  return (loaded.ok ? lint(loaded.source) : loaded.findings).map(({ message }) => message)
}

describe('the term of a procedure', () => {
  it.each([
    ['3 ngày làm việc.', '{ days: 3, counts: working, pause: resume }'],
    ['Khoảng 7 ngày làm việc; cán bộ báo ngày hẹn.', '{ days: 7, counts: working, pause: restart }'],
    ['30 ngày kể từ ngày nhận.', '{ days: 30, counts: calendar, pause: resume }'],
    ['8 giờ làm việc.', '{ hours: 8, pause: resume }'],
    [
      'Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo.',
      "{ days: 0, sameDayUntil: '15:00', pause: resume }",
    ],
    ['Trong ngày; nhận sau 10h30 thì trả hôm sau.', "{ days: 0, sameDayUntil: '10:30', pause: resume }"],
    [
      'Trong ngày; cần xác minh thì không quá 5 ngày làm việc.',
      "{ days: 0, sameDayUntil: '15:00', pause: resume, longer: [{ case: cần xác minh, days: 5, counts: working }] }",
    ],
  ])('“%s” may stand beside %s', (deadline, term) => expect(told(deadline, term)).toEqual([]))

  it.each([
    ['3 ngày làm việc.', '{ days: 5, counts: working, pause: resume }', '“5 ngày làm việc”'],
    ['3 ngày làm việc.', '{ days: 3, counts: calendar, pause: resume }', '“3 ngày”'],
    ['13 ngày làm việc.', '{ days: 3, counts: working, pause: resume }', '“3 ngày làm việc”'],
    ['3 ngày.', '{ days: 3, counts: working, pause: resume }', '“3 ngày làm việc”'],
    ['Trong ngày; nhận sau 15 giờ thì mai.', "{ days: 0, sameDayUntil: '16:00', pause: resume }", '“sau 16:00”'],
    ['1 ngày làm việc.', "{ days: 0, sameDayUntil: '15:00', pause: resume }", '“trong ngày”'],
    ['Trong ngày, nhận sau 8 giờ thì mai.', '{ hours: 8, pause: resume }', '“8 giờ”'],
    [
      'Trong ngày.',
      "{ days: 0, sameDayUntil: '15:00', pause: resume, longer: [{ case: cần xác minh, days: 5, counts: working }] }",
      '“5 ngày làm việc”',
    ],
    ['3 ngày làm việc.', '{ days: 3, pause: resume }', 'days cần counts'],
    ['3 ngày làm việc.', '{ days: 3, hours: 8, counts: working, pause: resume }', 'days hoặc hours'],
    ['Trong ngày.', '{ days: 0, pause: resume }', 'sameDayUntil'],
    ['3 ngày làm việc.', '{ days: 3, counts: working }', 'pause'],
    ['3 ngày làm việc.', '{ days: ba, counts: working, pause: resume }', 'số ngày'],
  ])('“%s” may not stand beside %s', (deadline, term, said) => expect(told(deadline, term).join('\n')).toContain(said))
})
