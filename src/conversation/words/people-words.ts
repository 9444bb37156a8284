import { fold } from '../../kernel/text.ts'
import { ORDINAL_WORDS, readOrdinal } from './read-ordinal.ts'
import { isDone } from './read-reply.ts'

const FILLER =
  '(?:da|a|thi|cu|cho|toi|tui|em|con(?= (?:xin|muon|can|quen|ghi))|minh|xin|muon|can|nho|vay|thoi|anh|chi|oi|giup|gium|dum|gui|de|khoan|khong|ko|y|lon|chet)'
const ADDS = new RegExp(
  `^(?:${FILLER} )*(?:(?:ghi|dang ky|khai|lam|bo sung|nhap|ke|tinh|de)? ?them|con|bo sung|quen|sot|thieu|(?:ghi|khai|ke) (?:sot|thieu))(?: (?:ca|luon|nua|mot|1|ten|co|cho|la))* (.+)$`,
)
const SOMEBODY = /(?:^| )(?:nguoi|dua|thang|nguoi nua|thanh vien|nhan khau)(?: |$)/
/** What is added is a paper, or what is said is that something is wrong. */
const OF_ELSE =
  /(?:^| )(?:giay|hinh|anh chup|hop dong|ho so|to khai|so dien thoai|sai|lon|nham|sua|doi lai|thay|mai|bao nhieu|gi|sao|dau|khi nao|nao)(?: |$)/
const ENOUGH =
  /^(?:(?:da|thoi|a|vay|thi|o|roi|u|um|uh) )*(?:(?:khong|ko|hong|het|chang) (?:con|co|them) (?:ai|nguoi nao|nguoi|dua nao)?(?: ?(?:nua|het|khac|o chung|o cung|di cung))*|het(?: (?:roi|nguoi))*|du(?: (?:roi|nguoi|het))*|(?:nhieu|bay nhieu|bao nhieu) do(?: (?:thoi|du))*|(?:khoi|khong|ko|hong)(?: can)? (?:them|ghi them|nua)(?: (?:ai|nguoi|nua))*|khong them(?: nua)?|chi (?:co )?(?:bay nhieu|nhieu do|vay|the)(?: thoi)?)(?: (?:a|nha|nhe|em|roi|do|thoi|anh|chi|oi|nua|luon))*$/
const REMOVES =
  /^(?:(?:da|cho|toi|tui|em|minh|xin|muon|can|thoi|a|nho|hay|giup|gium|vay|khoan|y|lon|con(?= (?:xin|muon))) )*(?:bo(?! (?:qua|sung|trong|sot|lo))|xoa|got|gat|bot|gach|loai|rut|cat)(?: (?:bot|ra|ten|di|giup|gium|dum|dong|khoi|cai|muc|ong|ba))* (.+)$/
const NOT_WITH =
  /^(.+?) (?:(?:khong|ko|hong|thoi|khoi|het)(?: (?:con|can|co))? )(?:dang ky|ghi|o chung|o cung|tam tru|di cung|lam)(?: (?:nua|chung|cung|roi|a|vo))*$/

const NTH = new RegExp(
  `(?:^| )(?:nguoi|dua|thang|thanh vien|ban)(?: (?:cung dang ky|o cung|di cung))?(?: (?:thu|so))? (\\d{1,2}|${ORDINAL_WORDS.join('|')})(?: |$)`,
)
const LAST = /(?:^| )(?:nguoi|dua|thang) (?:cuoi|sau cung|moi (?:ghi|them|nhap)|vua (?:roi|ghi|them|nhap)|chot)/
const THIS = /^(?:nguoi|dua|thang) (?:nay|do|dang ghi)(?: |$)/

/** "Người thứ hai", "người 2": which one is said, of so many; undefined where none is. `here`: whose questions are open. */
export function personNumbered(text: string, count: number, here?: number): number | undefined {
  const plain = fold(text)
  if (THIS.test(plain) && here !== undefined) return here
  if (LAST.test(plain)) return count
  const said = NTH.exec(plain)?.[1]
  return said === undefined ? undefined : readOrdinal(`thu ${said}`)
}

/** "Hết rồi", "không còn ai", "đủ": nobody is to be added. */
export const saysEnough = (text: string): boolean => ENOUGH.test(fold(text)) || isDone(text)

/** What a sentence would have added: "thêm vợ tui nữa", "còn 2 đứa con". Undefined where it adds nobody. */
export function addedIn(text: string): { somebody: boolean } | undefined {
  const plain = fold(text)
  const rest = ADDS.exec(plain)?.[1]
  if (rest === undefined || OF_ELSE.test(plain) || saysEnough(text)) return undefined
  return { somebody: SOMEBODY.test(` ${rest} `) }
}

/** Whom a sentence wants taken out, in its words without marks; `isSure` where it says so outright. */
export function removedIn(text: string): { whom: string; isSure: boolean } | undefined {
  const plain = fold(text)
  const whom = REMOVES.exec(plain)?.[1]
  if (whom !== undefined) return { whom, isSure: true }
  const said = NOT_WITH.exec(plain)?.[1]
  return said === undefined ? undefined : { whom: said, isSure: false }
}
