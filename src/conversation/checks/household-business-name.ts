import { fold, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'

const EXAMPLE = 'Ví dụ: Minh Anh.'

/** A proper name follows "Hộ kinh doanh"; words that belong to companies may not stand in it (Nghị định 168/2025). */
export const householdBusinessName: Check = {
  name: 'householdBusinessName',
  title: 'Tên hộ kinh doanh',
  personal: false,
  free: false,
  takes: 'words',
  hint: `Ghi tên riêng, không cần chữ "Hộ kinh doanh" ở trước. ${EXAMPLE}`,
  check(text) {
    let typed = tidy(text).replace(/\s+/g, ' ')
    const prefix = /^(?:hộ kinh doanh|ho kinh doanh|hkd)(?=[ :]|$)[ :]*/i
    while (prefix.test(typed)) typed = typed.replace(prefix, '')
    const folded = ` ${fold(typed)} `
    if (/ (?:chua nghi ra|chua dat|chua co|khong biet|chua biet) /.test(folded))
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
