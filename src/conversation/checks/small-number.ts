import { fold } from '../../kernel/text.ts'
import { accepted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { readSpokenNumber } from './spoken-number.ts'

/** "Cho 5 tờ đi", "dạ hai bản": the number alone. */
const bareCount = (text: string): string =>
  fold(text)
    .replace(/^(?:(?:da|cho|xin|lay|can|lam|toi|tui|em|con|minh|chac|khoang|thoi|gium|giup) )+/, '')
    .replace(/(?: (?:di|a|nha|nhe|nghen|nghe|thoi|duoc roi|la duoc|em|cung duoc|gi do|luon))+$/, '')
    .replace(/(?<=[\da-z]) ?(?:ban|b|to|cai|tam|nguoi|chiec|con|lan|m2)(?: sao)?$/, '')

const countOf = (typed: string): number | undefined =>
  /^\d{1,9}$/.test(typed) ? Number(typed) : readSpokenNumber(typed)

/** "Hai ba bản", "2 hay 3", "2-3 tờ": two counts side by side, of which the citizen chooses. */
function eitherCount(typed: string, judge: (count: number) => Reading): Reading | undefined {
  const [, one = '', two = ''] =
    /^(\d{1,2}|[a-z]+)(?: (?:hay|hoac|toi|den) | ?- ?| )(\d{1,2}|[a-z]+)$/.exec(typed) ?? []
  const [first, second] = [countOf(one), countOf(two)]
  return first !== undefined && second === first + 1 ? eitherOf([judge(first), judge(second)]) : undefined
}

const judgeCopies = (count: number): Reading =>
  count < 1 || count > 20 ? refused('Mỗi lần xin được từ 1 đến 20 bản. Ví dụ: 2.') : accepted(String(count))

/** How many copies: 1 to 20. */
export const copies: Check = {
  name: 'copies',
  title: 'Số bản cần cấp',
  personal: false,
  free: false,
  takes: 'count',
  hint: 'Ghi số bản cần cấp, từ 1 đến 20. Ví dụ: 2.',
  check(text) {
    const typed = bareCount(text)
    const either = eitherCount(typed, judgeCopies)
    if (either) return either
    const number = countOf(typed)
    return number === undefined ? refused('Ông/bà ghi số bản bằng chữ số. Ví dụ: 2.') : judgeCopies(number)
  },
  good: ['1', '20', '3 bản', 'hai bản'],
  bad: ['0', '21', '-1', '1.5', 'nhiều', ''],
}

const NONE_NEEDED =
  /^(?:khong|ko|k|hong|khoi|khong co)(?: (?:can|lay|xin|muon|phai|lam))*(?: (?:them|nua|dau|gi|ban|ban sao|ban nao|cai nao|to nao))*$/

/** A count from 0 to 9999, in digits or in words. */
export const wholeNumber: Check = {
  name: 'wholeNumber',
  title: 'Một con số',
  personal: false,
  free: false,
  takes: 'count',
  hint: 'Ghi một số, từ 0 đến 9999. Ví dụ: 2.',
  check(text) {
    const typed = bareCount(text)
    if (NONE_NEEDED.test(typed)) return accepted('0')
    const judge = (count: number): Reading =>
      count > 9_999 ? refused('Số này lớn quá 9999. Ông/bà xem lại giúp. Ví dụ: 2.') : accepted(String(count))
    const either = eitherCount(typed, judge)
    if (either) return either
    const number = countOf(typed)
    return number === undefined ? refused('Ông/bà ghi một số, không có phần lẻ. Ví dụ: 2.') : judge(number)
  },
  good: ['0', '12', '9999', 'hai bản', 'mười', 'hai mươi lăm', '3 người'],
  bad: ['-1', '1.5', '10000', 'nhiều', ''],
}
