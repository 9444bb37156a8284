import { tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { readDigits } from './typed-digits.ts'

const MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/

/** Eleven-digit prefixes converted in 2018 (domain §9.3). */
const CONVERTED: Record<string, string> = {
  '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078', '0123': '083', '0124': '084', '0125': '085',
  '0127': '081', '0129': '082', '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037',
  '0168': '038', '0169': '039', '0186': '056', '0188': '058', '0199': '059',
} // prettier-ignore

const EXAMPLE = 'Ví dụ: 0912 345 678.'

export const phone: Check = {
  name: 'phone',
  hint: `Ghi số di động 10 chữ số. ${EXAMPLE}`,
  check(text) {
    const { digits: typed, isGuess } = readDigits(tidy(text))
    // "+84 (0)912 …" is written for callers from abroad and from here at once.
    const digits = typed.replace(/^(?:00)?840?(?=1?\d{9}$)/, '0')
    if (MOBILE.test(digits))
      return isGuess ? { ok: 'unsure', value: digits, shown: digits, because: 'Tôi đọc số này là:' } : accepted(digits)
    if (/^(?:0\d{9}){2,}$/.test(typed)) return refused(`Ông/bà ghi một số thôi, số hay dùng nhất. ${EXAMPLE}`)
    const converted = digits.length === 11 ? CONVERTED[digits.slice(0, 4)] : undefined
    if (converted) {
      const value = converted + digits.slice(4)
      return { ok: 'unsure', value, shown: value, because: 'Số 11 chữ số này đã đổi đầu số từ năm 2018.' }
    }
    if (MOBILE.test(`0${digits}`)) {
      const value = `0${digits}`
      return { ok: 'unsure', value, shown: value, because: 'Số này thiếu số 0 ở đầu.' }
    }
    if (/^02\d{8,9}$/.test(digits))
      return refused(`Đây là số điện thoại bàn, không nhận được tin. Ông/bà cho số di động. ${EXAMPLE}`)
    if (digits.length === 12)
      return refused(`Số có 12 chữ số là số căn cước. Ở đây cần số điện thoại 10 chữ số. ${EXAMPLE}`)
    if (digits.length === 10)
      return refused(`Đầu số ${digits.slice(0, 3)} không phải số di động đang dùng. Ông/bà xem lại giúp. ${EXAMPLE}`)
    if (digits === '')
      return refused(
        `Số di động có 10 chữ số, bắt đầu bằng số 0. Không có điện thoại thì ghi số người thân. ${EXAMPLE}`,
      )
    return refused(`Số di động có 10 chữ số, bắt đầu bằng số 0. ${EXAMPLE}`)
  },
  good: [
    '0912345678',
    '091 234 5678',
    '+84 912 345 678',
    '0084912345678',
    '+84 (0)912.345.678',
    'số của tui 0389.123.456',
  ],
  bad: ['912345678', '01634567890', '02903831234', '096190012345', '0112345678', '123', 'không có', ''],
}
