import { fold, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check, type Reading } from './check.ts'
import { isCalled } from './country-codes.ts'
import { readDigits } from './typed-digits.ts'

const MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/

/** A whole number of ours among others in a sentence: "0912 345 678, gọi sau 17h". */
const NUMBER_IN_SENTENCE = /(?<![\d+])(?<!\d[ .-])0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)(?:[ .-]?\d){7}(?![ .-]?\d)/g

/** Eleven-digit prefixes converted in 2018 (domain §9.3). */
const CONVERTED: Record<string, string> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

const EXAMPLE = 'Ví dụ: 0912 345 678.'
const ONE_ONLY = `Ông/bà ghi một số thôi, số hay dùng nhất. ${EXAMPLE}`

/**
 * A number of another country, as E.164 has it: a country code and eight to fifteen digits in all. What is written after
 * `+` or `00` means to be one; without them only a length that no number here has makes it likely.
 */
function readForeign(text: string, digits: string): Reading | undefined {
  const isWritten = /^\D*(?:\+|00)/.test(text)
  const number = isWritten ? digits.replace(/^00/, '') : digits
  if (number.startsWith('84') || number.length < 8 || number.length > 15 || !isCalled(number)) return undefined
  // Twelve digits that begin with nought are an identity number; ten or eleven are a slip in a number of ours.
  if (!isWritten && (number.startsWith('0') || number.length < 11)) return undefined
  const value = `+${number}`
  return { ok: 'unsure', value, shown: value, because: 'Đây là số điện thoại nước ngoài, tôi đọc là:' }
}

/** Behind a switchboard, at the end of the number. What it leads to is not kept, so the number is asked back. */
const EXTENSION =
  /[\s,;(]*(?:(?<!\p{L})(?:số )?(?:máy lẻ|may le|máy nhánh|nhánh|ext(?:ension|n)?|x|lẻ)(?!\p{L})|#)[\s.:]{0,2}\d{1,6}\)?[\s.]*$/iu

/** Who has none, or may give none, is not stopped: officers answer in the chat, or call on somebody else. */
const NONE = { value: 'khong-co', shown: 'Không có điện thoại' }
/** Folded, so that marks, signs and "ạ" make no difference. */
const HAS_NONE =
  /^(?:da )?(?:(?:(?:ba|ma|me|cha|ong|ba|chong|vo|con) )?(?:toi|tui|em|con|ba|ong|chau|minh|me|ma|nha)(?: (?:toi|tui|em))? )?(?:khong|ko|k|hong|hok|hem|chua) (?:co|xai|dung|su dung)(?: (?:so|cai))?(?: (?:dien thoai|dt|sdt|di dong|may|sim))?(?: (?:di dong|rieng))?(?: (?:nao|gi|het|ca|dau|a|nha|nhe|em))*$/

export const phone: Check = {
  name: 'phone',
  title: 'Số điện thoại',
  personal: true,
  free: false,
  takes: 'phone',
  hint: `Ghi số di động 10 chữ số. ${EXAMPLE} Số nước ngoài ghi cả dấu +. Không có điện thoại thì ghi: không có.`,
  without: { key: 'khong-co', label: NONE.shown, answer: NONE },
  check(text) {
    const said = tidy(text)
    if (said === NONE.shown) return { ok: true, ...NONE }
    if (HAS_NONE.test(fold(said))) return { ok: 'unsure', ...NONE, because: 'Tôi ghi là:' }
    const number = said.replace(EXTENSION, '').replace(/\(0\)/g, '')
    const { digits: typed, isGuess } = readDigits(number)
    // "+84 (0)912 …" is written for callers from abroad and from here at once.
    const digits = typed.replace(/^(?:00)?840?(?=[12]?\d{9}$)/, '0')
    if (MOBILE.test(digits))
      return isGuess || EXTENSION.test(said)
        ? { ok: 'unsure', value: digits, shown: digits, because: 'Tôi đọc số này là:' }
        : accepted(digits)
    if (/^(?:0\d{9}){2,}$/.test(typed) || /\+[^+]*\d{7}[^+]*\+/.test(said)) return refused(ONE_ONLY)
    const converted = digits.length === 11 ? CONVERTED[digits.slice(0, 4)] : undefined
    if (converted) {
      const value = converted + digits.slice(4)
      return { ok: 'unsure', value, shown: value, because: 'Số 11 chữ số này đã đổi đầu số từ năm 2018.' }
    }
    const inside = [...new Set(said.match(NUMBER_IN_SENTENCE)?.map((it) => it.replace(/\D/g, '')))]
    const [only] = inside
    if (only !== undefined && inside.length === 1)
      return { ok: 'unsure', value: only, shown: only, because: 'Tôi đọc số này là:' }
    const foreign = readForeign(number, typed)
    if (foreign) return foreign
    if (MOBILE.test(`0${digits}`)) {
      const value = `0${digits}`
      return { ok: 'unsure', value, shown: value, because: 'Số này thiếu số 0 ở đầu.' }
    }
    if (/^02\d{8,9}$/.test(digits))
      return refused(`Đây là số điện thoại bàn, không nhận được tin. Ông/bà cho số di động. ${EXAMPLE}`)
    if (digits.length > 15) return refused(ONE_ONLY)
    if (digits.length === 12 && !said.includes('+'))
      return refused(`Số có 12 chữ số là số căn cước. Ở đây cần số điện thoại 10 chữ số. ${EXAMPLE}`)
    if (digits.length === 10)
      return refused(
        `Đầu số ${digits.slice(0, 3)} không phải số di động đang dùng. Ông/bà xem lại giúp. ${EXAMPLE} Số nước ngoài ghi cả dấu +.`,
      )
    if (digits === '' && /(?:^| )(?:so (?:nay|zalo)|zalo)(?: |$)/.test(fold(said)))
      return refused(
        `Tôi không thấy được số điện thoại của Zalo này. Ông/bà ghi số ra giúp; không muốn ghi thì bấm “Không có điện thoại”, cán bộ trả lời tại đây. ${EXAMPLE}`,
      )
    if (
      digits === '' &&
      /(?:^| )(?:khong|dung|khoi|hong) (?:can |muon |cho )?(?:goi|so|cho|noi|dua)(?: |$)/.test(fold(said))
    )
      return refused(
        `Không muốn cho số thì ông/bà bấm “Không có điện thoại”: cán bộ trả lời ngay trong Zalo này. ${EXAMPLE}`,
      )
    if (digits === '')
      return refused(
        `Số di động có 10 chữ số, bắt đầu bằng số 0. Không có điện thoại thì ghi số người thân, hoặc ghi: không có. ${EXAMPLE}`,
      )
    if (digits.length > 5)
      return refused(`Ông/bà vừa ghi ${digits.length} chữ số; số di động có 10 chữ số, bắt đầu bằng số 0. ${EXAMPLE}`)
    return refused(`Số di động có 10 chữ số, bắt đầu bằng số 0. Số nước ngoài ghi cả dấu +. ${EXAMPLE}`)
  },
  good: [
    '0912345678',
    '091 234 5678',
    '+84 912 345 678',
    '0084912345678',
    '+84 (0)912.345.678',
    'số của tui 0389.123.456',
    'Không có điện thoại',
  ],
  bad: [
    '912345678',
    '01634567890',
    '02903831234',
    '096190012345',
    '0112345678',
    '123',
    'không có',
    '+1 415 555 2671',
    '',
  ],
}
