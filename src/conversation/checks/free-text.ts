import { fold, tidy } from '../../kernel/text.ts'
import { LONGEST_MESSAGE } from '../words/messages.ts'
import { accepted, refused, type Check } from './check.ts'

/** "Xem hình": a picture is pointed at that is not there. */
const POINTING =
  /^(?:(?:da|thi|cu|ad|em|anh|chi) )*(?:xem|coi|nhin|theo|nhu|y|giong)(?: (?:trong|o|cai|may|theo))* (?:hinh|anh|tam hinh|video|clip|file)(?: (?:di|nha|a|do|gui|toi gui|tui gui|tren|em|giup))*$/
/** "Không biết số mấy quyển mấy". */
const NOTHING_KNOWN =
  /^(?:(?:da|toi|tui|em|con) )*(?:khong|ko|k|hong|hok|chua|quen)(?: [a-z]+)? (?:biet|nho|ro|co|giu|thay|de y)(?: .{0,40})?$/

/** "Đó giờ ở đây hông đi đâu": nothing else is to be told. */
const NOWHERE_ELSE =
  /^(?:(?:da|toi|tui|em|con|do gio|truoc gio|truoc nay|xua nay|tu nho|gio) )*(?:o day )?(?:khong|ko|hong|hok|chua|chang)(?: (?:co|tung|he))* (?:di|o) (?:dau|noi (?:nao )?khac|cho (?:nao )?khac|noi nao)(?: (?:het|ca|a|tron))*$/

const createTextCheck = (
  named: Pick<Check, 'name' | 'title' | 'tellsStory'>,
  longest: number,
  example: string,
): Check => ({
  ...named,
  personal: false,
  free: true,
  takes: 'words',
  hint: `Ghi ngắn gọn, không quá ${longest} chữ cái. ${example}`,
  // Spaces in a row count as one, so a somewhat longer text may still do.
  longest: 2 * longest,
  check(text) {
    const typed = tidy(text)
      .replace(/[ \t]+/g, ' ')
      .replace(/\n{3,}/g, '\n\n')
    if (POINTING.test(fold(typed)))
      return refused(`Tôi chưa thấy hình nào ở đây. Ông/bà kể bằng vài chữ giúp, hình thì gửi ở câu sau. ${example}`)
    if (!/[\p{L}\d]/u.test(typed)) return refused(`Ông/bà trả lời bằng chữ giúp. ${example}`)
    if (typed.length > longest)
      return refused(
        `Câu trả lời dài ${typed.length} chữ cái, nhiều nhất là ${longest}. Ông/bà ghi ngắn lại giúp. ${example}`,
      )
    return accepted(typed)
  },
  good: ['Cấp lại do bị mất', 'x'.repeat(longest)],
  bad: ['', '...', '🙂', 'x'.repeat(longest + 1)],
})

export const shortText: Check = {
  ...createTextCheck({ name: 'shortText', title: 'Một câu ngắn, không kiểm tra' }, 100, 'Ví dụ: số 12, quyển số 01.'),
  saysNone: (text) => NOTHING_KNOWN.test(fold(text)),
}
export const freeText: Check = {
  ...createTextCheck({ name: 'freeText', title: 'Vài câu, không kiểm tra' }, 500, 'Ví dụ: để bổ sung hồ sơ nhập học.'),
  saysNone: (text) => NOWHERE_ELSE.test(fold(text)),
}
export const longText = createTextCheck(
  { name: 'longText', title: 'Một đoạn dài, không kiểm tra', tellsStory: true },
  LONGEST_MESSAGE,
  'Ví dụ: tôi gửi lại ảnh rõ hơn.',
)
