import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { peopleNamed } from './people-named.ts'
import { readSpokenNumber } from './spoken-number.ts'

const MOST = 7

const ALONE =
  /^(?:(?:da|di|toi|tui|em|con|co) )*(?:khong|khong ai|khong co|khong co ai|ko ai|hong ai|hong co ai|(?:mot |1 )?minh|mot than mot minh|0)(?: (?:toi|tui|em|con|ho|thoi|ha|a|nha|het|het tron|ca|dau|di|di cung|di chung|theo))*$|^(?:di )?minh en(?: (?:thoi|ha|a))*$/

/** How many people come along with the holder: 0 to 7, as many as the signed code has room for. */
export const companions: Check = {
  name: 'companions',
  title: 'Số người đi cùng',
  personal: false,
  free: false,
  takes: 'people',
  hint: 'Ghi số người đi cùng, không kể ông/bà. Ví dụ: 2.',
  check(text) {
    const typed = fold(text)
      .replace(/^(?:di cung|them|co|kem) /, '')
      .replace(/ ?(?:nguoi|dua|dua nho|tre em)(?: nua| di cung)?$/, '')
    if (ALONE.test(typed)) return accepted('0', 'không có ai')
    const number = /^\d{1,3}$/.test(typed) ? Number(typed) : readSpokenNumber(typed)
    const named = number === undefined ? peopleNamed(fold(text.replaceAll(',', ' và '))) : undefined
    if (named !== undefined && named <= MOST)
      return {
        ok: 'unsure',
        value: String(named),
        shown: named === 0 ? 'không có ai' : `${named} người`,
        because: 'Không kể ông/bà, người đi cùng là:',
      }
    if (
      number === undefined &&
      /(?:^| )(?:ca nha|ca gia dinh|het nha|gia dinh|dong lam|may nguoi|may dua|nhieu)(?: |$)/.test(typed)
    )
      return refused('Ông/bà đếm giúp có mấy người đi cùng, không kể mình. Ví dụ: 2.')
    if (number === undefined)
      return refused('Ông/bà ghi số người đi cùng bằng chữ số. Ví dụ: 2. Đi một mình thì ghi 0.')
    if (number > MOST)
      return refused(`Một giấy kèm được nhiều nhất ${MOST} người. Ví dụ: 2. Đông hơn thì xin thêm giấy.`)
    return accepted(String(number), number === 0 ? 'không có ai' : `${number} người`)
  },
  good: ['0', '2', '7', 'hai người', 'một mình', '3 người đi cùng', 'không có ai', '1 người'],
  bad: ['8', 'cả nhà', '-1', '1.5', ''],
}
