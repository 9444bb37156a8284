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
  viet_nam: 'Kinh',
  tau: 'Hoa',
  mien: 'Khmer',
  han: 'Hoa',
  jrai: 'Gia Rai',
}))
  byKey.set(keyOf(other), name)

/** As they are written among other words: with their marks, or without any. */
const written = [
  ...ETHNIC_GROUPS.map((name) => [name.toLowerCase(), name] as const),
  ...[['khơ me', 'Khmer'], ['khơ-me', 'Khmer'], ['tàu', 'Hoa'], ['miên', 'Khmer'], ['việt', 'Kinh']].map(([said = '', name = '']) => [said, name] as const), // prettier-ignore
]
const within = (said: string, typed: string): boolean =>
  new RegExp(`(?<!\\p{L})(?:${said}|${fold(said)})(?!\\p{L})`, 'iu').test(typed)

/** The groups that a sentence names. What is said to be put down outweighs whose it is: "ba Khmer má Kinh, khai Kinh". */
function groupsIn(typed: string): string[] {
  const chosen =
    /(?:khai|ghi|lấy|lay|chọn|chon|để|theo (?:cha|mẹ|ba|má|me|ma)[\s,:]*(?:là|la)?)\s+(?:là |la |dân tộc |dan toc )?([^,]+)$/iu.exec(
      typed,
    )?.[1]
  const found = (text: string) => [...new Set(written.flatMap(([said, name]) => (within(said, text) ? name : [])))]
  const meant = chosen === undefined ? [] : found(chosen)
  return meant.length === 1 ? meant : found(typed)
}
const SAID_AROUND =
  /^(?:(?:da|dan toc|nguoi|theo|cha|me|ba|ma|deu|la|ca nha|het|em|oi|a|nha|hai ben|ghi|khai|lay|be|con)(?: |$)|\S+(?: |$)(?=(?:het|em|oi|a|nha|nghen|luon|$)))+$/
const FOLLOWING =
  /(?:^| )(?:theo|giong|lay) (?:theo )?(?:cha|me|ba|ma|ong|noi|ngoai|chong|vo|nhu|giay|khai sinh)(?: |$)/

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
    const named = groupsIn(typed)
    const [one, two] = named
    if (one !== undefined && two !== undefined)
      return {
        ...{ ok: 'unsure', value: one, shown: one, otherwise: { value: two, shown: two } },
        because: 'Cha mẹ khác dân tộc thì bé theo dân tộc của cha hoặc mẹ, do cha mẹ thỏa thuận:',
      }
    if (one !== undefined) return SAID_AROUND.test(fold(typed)) ? accepted(one) : { ok: 'unsure', value: one, shown: one, because: 'Tôi hiểu là dân tộc:' } // prettier-ignore
    if (FOLLOWING.test(fold(typed)) || typed.split(' ').length > 3)
      return refused(`Bé theo dân tộc của cha hoặc mẹ, do thỏa thuận. Ông/bà ghi tên dân tộc đó giúp. ${EXAMPLE}`)
    if (!/^[\p{L}\p{M}' -]{1,40}$/u.test(typed) || keyOf(typed) === '')
      return refused(`Ông/bà ghi tên dân tộc bằng chữ. ${EXAMPLE}`)
    return { ok: 'unsure', value: typed, shown: typed, because: 'Tên này chưa có trong danh mục 54 dân tộc.' }
  },
  good: ['Kinh', 'khmer', 'Khơ-me', 'người Hoa', 'dân tộc Tày', 'Ê đê', "H'Mông"],
  bad: ['Pháp', '123', '🙂', ''],
}
