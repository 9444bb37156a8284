import { fold, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { readOwnName } from './own-name.ts'
import { withoutEnding } from './said-around.ts'

const EXAMPLE = 'Ví dụ: Minh Anh.'

/** "Tên là …", "kêu là …": said before it. */
const CALLED =
  /^(?:(?:dạ|da)[\s,]+)?(?:(?:tui|tôi|em) )?(?:(?:lấy|lay|đặt|dat|để|de) )?(?:tên|ten|kêu|keu|gọi|goi|đặt|dat)(?: (?:quán|tiệm|hộ|quan|tiem|ho))?(?:\s*:|\s+(?:là|la))\s+|^(?:(?:dạ|da)[\s,]+)?(?:(?:tui|tôi|em|con) )?(?:lấy|lay|đặt|dat|để|de|ghi) (?:tên|ten) (?!(?:má|ma|mẹ|me|ba|cha|vợ|vo|chồng|chong|con|ông|ong|bà|chủ|chu|nhà|nha|gì|gi|nào|nao|sao)(?!\p{L}))/iu
/** "Tên quán á hả, lấy tên con gái: Thảo My Coffee": in small letters before a colon, why it is called so. */
const EXPLAINED = /^[\p{Ll}\p{M}\s,]*(?<!\p{L})(?:tên|ten|quán|quan|tiệm|tiem)(?!\p{L})[\p{Ll}\p{M}\s,]*:\s*(?=\p{L})/u
/** What is told beside it: ", bán gạo", ", phường An Xuyên", ", vốn 50 triệu". */
const BESIDE =
  /\s*[,;]\s*(?=(?:bán|ban|vốn|von|ở|o|tại|tai|phường|phuong|xã|xa|chuyên|chuyen|chủ|chu|sđt|sdt|số|so|đường|duong|khai trương|khai truong)(?!\p{L})|\d).*$/iu
const ASKING =
  /(?:^| )(?:dat )?ten gi(?: |$)|(?:^| )(?:duoc|sao|co sao|trung) (?:khong|ko|hong)$|^cho (?:toi|tui|em|con)? ?hoi /

/** A proper name follows "Hộ kinh doanh"; words that belong to companies may not stand in it (Nghị định 168/2025). */
export const householdBusinessName: Check = {
  name: 'householdBusinessName',
  title: 'Tên hộ kinh doanh',
  personal: false,
  free: false,
  takes: 'words',
  hint: `Ghi tên riêng, không cần chữ "Hộ kinh doanh" ở trước. ${EXAMPLE}`,
  check(text, context) {
    const own = readOwnName(text, context)
    if (own) return own
    let typed = withoutEnding(
      tidy(text).replace(/\s+/g, ' ').replace(CALLED, '').replace(EXPLAINED, '').replace(BESIDE, ''),
    )
    const prefix = /^(?:hộ kinh doanh|ho kinh doanh|hkd)(?=[ :]|$)[ :]*/i
    while (prefix.test(typed)) typed = typed.replace(prefix, '')
    const folded = ` ${fold(typed)} `
    if (
      ASKING.test(folded.trim()) ||
      /^ (?:de|lay|theo|ghi) ten (?:ma|me|ba|cha|vo|chong|con|ong|ba|chu|nha) /.test(folded)
    )
      return refused(`Ông/bà chọn một tên rồi ghi vào đây: tên riêng, tên người hay tên quán đều được. ${EXAMPLE}`)
    if (/ (?:chua nghi ra|chua dat|hong biet|ko biet|chua co|khong biet|chua biet) /.test(folded))
      return refused(`Ông/bà chọn một tên rồi ghi vào đây. ${EXAMPLE}`)
    if (!/\p{L}/u.test(typed)) return refused(`Tên cần có chữ cái. Ông/bà ghi tên riêng. ${EXAMPLE}`)
    if (/ (?:cong ty|doanh nghiep|cty|dntn|tnhh) /.test(folded))
      return refused(`Tên hộ kinh doanh không được có chữ "công ty" hay "doanh nghiệp". ${EXAMPLE}`)
    if (typed.length > 100) return refused(`Tên dài quá 100 chữ cái. Ông/bà ghi ngắn lại giúp. ${EXAMPLE}`)
    if (!/^[\p{L}\p{M}\d &.,'()/+-]+$/u.test(typed))
      return refused(`Tên chỉ gồm chữ cái, chữ số và dấu & . , - /. Ông/bà ghi lại giúp. ${EXAMPLE}`)
    return accepted(typed)
  },
  good: ['Minh Anh', 'Hộ kinh doanh Minh Anh', 'Tạp hóa Bé Ba', 'HKD Út Tèo 2', 'Cơm tấm A & B'],
  bad: ['công ty', 'Công ty Minh Anh', 'doanh nghiệp tư nhân', '123', '🙂', 'Hộ kinh doanh', ''],
}
