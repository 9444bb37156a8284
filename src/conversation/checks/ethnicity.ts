import { fold, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'

/** The 54 names of the list of ethnic groups (Quyết định 121-TCTK/PPCĐ of 1979). */
const ETHNIC_GROUPS =
  'Kinh,Tày,Thái,Hoa,Khmer,Mường,Nùng,Mông,Dao,Gia Rai,Ngái,Ê Đê,Ba Na,Xơ Đăng,Sán Chay,Cơ Ho,Chăm,Sán Dìu,Hrê,Mnông,Ra Glai,Xtiêng,Bru Vân Kiều,Thổ,Giáy,Cơ Tu,Gié Triêng,Mạ,Khơ Mú,Co,Tà Ôi,Chơ Ro,Kháng,Xinh Mun,Hà Nhì,Chu Ru,Lào,La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,Bố Y,Si La,Pu Péo,Brâu,Ơ Đu,Rơ Măm'.split(
    ',',
  )

const keyOf = (text: string): string => fold(text).replace(/[^a-z]/g, '')
const byKey = new Map(ETHNIC_GROUPS.map((name) => [keyOf(name), name]))
for (const [other, name] of Object.entries({
  khome: 'Khmer',
  khomer: 'Khmer',
  kho_me: 'Khmer',
  hmong: 'Mông',
  viet: 'Kinh',
  jrai: 'Gia Rai',
}))
  byKey.set(keyOf(other), name)

const EXAMPLE = 'Ví dụ: Kinh, Khmer, Hoa.'

export const ethnicity: Check = {
  name: 'ethnicity',
  title: 'Dân tộc',
  personal: false,
  free: false,
  takes: 'words',
  hint: `Ghi dân tộc như trên giấy tờ. ${EXAMPLE}`,
  check(text) {
    const typed = tidy(text).replace(/\s+/g, ' ')
    const name = byKey.get(keyOf(typed)) ?? byKey.get(keyOf(typed).replace(/^(?:dantoc|nguoi)/, ''))
    if (name) return accepted(name)
    if (!/^[\p{L}\p{M}' -]{1,40}$/u.test(typed) || keyOf(typed) === '')
      return refused(`Ông/bà ghi tên dân tộc bằng chữ. ${EXAMPLE}`)
    return { ok: 'unsure', value: typed, shown: typed, because: 'Tên này chưa có trong danh mục 54 dân tộc.' }
  },
  good: ['Kinh', 'khmer', 'Khơ-me', 'người Hoa', 'dân tộc Tày', 'Ê đê', "H'Mông"],
  bad: ['Pháp', '123', '🙂', ''],
}
