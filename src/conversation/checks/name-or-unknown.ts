import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { personName } from './person-name.ts'

const EXAMPLE = 'Ví dụ: Nguyễn Văn An.'

/** The answer where nobody knows the name. */
export const UNKNOWN_PERSON = 'khong-ro'

const NOT = '(?:ko|k|khong|hong|hok|hem|khoi|dung|chua)'
/** "Không rõ", "con không có cha", "ảnh bỏ đi rồi, không ghi", "mẹ đơn thân nên bỏ trống". */
const WITHOUT = new RegExp(
  `^(?:(?:da|toi|tui|em|con|chau|be|no|minh) )*${NOT}(?: (?:muon|can))?(?: (?:ro|co|biet|bik|nho|co thong tin|co cha|co me|co ba|xac dinh duoc|(?:ghi|khai)(?: (?:ten )?(?:cha|me|ba|phan nay|o nay|muc nay))?))(?: (?:cha|me|ba)(?: (?:no|be))?)?(?: (?:la ai|ten gi))?(?: (?:a|nha|dau|het|luon|em))*$|(?:^| )(?:bo|de) trong(?: (?:di|nha|a|giup|gium))*$|(?:bo di|bo me con|khong nhan con|khong nhin con|don than)\\b.* ${NOT} (?:ghi|khai)(?: .{0,12})?$`,
)

/** Somebody's name on old papers, of which the citizen may know nothing. */
export const fullNameOrUnknown: Check = {
  name: 'fullNameOrUnknown',
  title: 'Họ tên, hoặc “không rõ”',
  personal: true,
  free: false,
  takes: 'name',
  hint: `Ghi họ tên đầy đủ, hoặc ghi: không rõ. ${EXAMPLE}`,
  check(text, context) {
    if (WITHOUT.test(fold(text))) return accepted(UNKNOWN_PERSON, 'Không rõ')
    const reading = personName.check(text, context)
    return reading.ok === false ? refused(`${reading.because} Nếu không biết, ông/bà ghi: không rõ.`) : reading
  },
  good: ['Nguyễn Văn An', 'không rõ', 'không có', 'ko biết'],
  bad: ['An', '12345', 'Nguyen Van An', ''],
}
