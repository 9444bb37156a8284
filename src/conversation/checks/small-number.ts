import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { readSpokenNumber } from './spoken-number.ts'

/** "Cho 5 tờ đi", "dạ hai bản": the number alone. */
const bareCount = (text: string): string =>
  fold(text)
    .replace(/^(?:(?:da|cho|xin|lay|can|lam|toi|tui|em|con|minh|chac|khoang) )+/, '')
    .replace(/(?: (?:di|a|nha|nhe|thoi|duoc roi|la duoc|em))+$/, '')
    .replace(/(?<=[\da-z]) ?(?:ban|to|cai|tam|nguoi|chiec|con|lan|m2)(?: sao)?$/, '')

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
    const number = /^\d{1,4}$/.test(typed) ? Number(typed) : readSpokenNumber(typed)
    if (number === undefined) return refused('Ông/bà ghi số bản bằng chữ số. Ví dụ: 2.')
    if (number < 1 || number > 20) return refused('Mỗi lần xin được từ 1 đến 20 bản. Ví dụ: 2.')
    return accepted(String(number))
  },
  good: ['1', '20', '3 bản', 'hai bản'],
  bad: ['0', '21', '-1', '1.5', 'nhiều', ''],
}

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
    const number = /^\d{1,9}$/.test(typed) ? Number(typed) : readSpokenNumber(typed)
    if (number === undefined) return refused('Ông/bà ghi một số, không có phần lẻ. Ví dụ: 2.')
    return number > 9_999 ? refused('Số này lớn quá 9999. Ông/bà xem lại giúp. Ví dụ: 2.') : accepted(String(number))
  },
  good: ['0', '12', '9999', 'hai bản', 'mười', 'hai mươi lăm', '3 người'],
  bad: ['-1', '1.5', '10000', 'nhiều', ''],
}
