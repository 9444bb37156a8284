import { fold } from '../../kernel/text.ts'

/** Family names of the country, folded, of the Khmer, Hoa and highland peoples too. Not complete: nobody is refused for theirs. */
const FAMILY = new Set(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong doan lam luong trinh phung to quach thach kieu tang chau mai cao ha dao la luu tong ta diep khuu kha lieu ninh vuong thai son danh kim neang lo quang luc nong ma hua quan mac giang bach tieu ung luyen chu cu tu thi lai nghiem an on trieu thieu khong dong tan au lu phu vien thuong cam khuong loi nhan y rah ksor siu dieu thao vang giang hau tuong ton si ong che tat mau tiet sam trang chuong hong kien'.split(
    ' ',
  ),
)

/** Words of talk that differ from a family name by their marks alone: "làm" is not Lâm, "không" is not Khổng. */
const NO_FAMILY = new Set('làm không cho chưa để đi mà nói đợi cứu ở tôi tui nhà và'.split(' '))

export const isFamilyName = (word: string): boolean =>
  FAMILY.has(fold(word)) && !NO_FAMILY.has(word.normalize('NFC').toLowerCase())

/** Words of talk. One alone may be somebody's name ("Được", "Biết"), but not after a word that is no family name. */
const TALK = new Set(
  'tui toi minh tao khong ko k hok hong hem biet bik hieu lam gi sao roi duoc dc cho noi doi chua xin chao cam cuu muon hoi de coi nhan lua may nhieu nay kia ha a nha di voi chet ban vay the nao dau mat bo it ai thi ma cung con em me ba ma cha di nua thoi xiu ti chut cai nay no nhe'.split(
    ' ',
  ),
)

/** A sentence where a name belongs: "để tui coi lại", "sao hỏi tên tui". */
export function isTalk(typed: string): boolean {
  const [first = '', ...rest] = typed.split(/\s+/)
  if (!isFamilyName(first)) return [first, ...rest].filter((word) => TALK.has(fold(word))).length >= (rest.length > 1 ? 2 : 1) // prettier-ignore
  return false
}
