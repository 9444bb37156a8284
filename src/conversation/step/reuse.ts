import { fold } from '../../kernel/text.ts'

/** "Dùng lại đi em", "lấy thông tin lần trước", "y như cũ". */
const SAME =
  /^(?:da )?(?:cu |thi )?(?:(?:dung|lay|xai)(?: lai)?(?: tat ca| het)?(?: (?:thong tin|du lieu|cai))?(?: (?:cu|lan truoc|truoc|do|da luu))?|(?:y )?(?:nhu|giong) (?:cu|lan truoc|truoc|hom truoc))(?: (?:di|nha|nhe|a|em|duoc roi))*$/

/** Whether what was kept of an earlier filing is to be used again. */
export function asksForSame(text: string): boolean {
  const plain = fold(text)
  return SAME.test(plain) && /\b(?:lai|cu|truoc)\b/.test(plain)
}
