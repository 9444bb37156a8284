import { asksBack } from './asks-back.ts'
import { clausesOf } from './clauses.ts'
import { isDone, isYes, submits } from './read-reply.ts'
import { CLAUSE_END, plainOf, writtenOut } from './shorthand.ts'

const LONGEST = 120
const WHO = '(?:toi|em|anh|chi|con|chau|minh|co|chu|bac|ong|ba)'
const BEFORE = `(?:(?:da|u|ok|roi|vay|thi|thoi|gio|bay gio|nho|lam on|cho|xin|muon|cu|giup|gium|dum|em oi|${WHO}) )*`
const WHERE =
  '(?:len|qua|ve|toi|vo)? ?(?:cho )?(?:xa|phuong|uy ban|can bo|co quan|trung tam|ben do|tren do|nguoi ta|may anh chi)'
const AFTER = `(?: (?:ho so|don|giay|giay to|phan anh|cau hoi|lich|hen|cai|cai nay|nay|${WHERE}|len|qua|gium|giup|dum|(?:gium|giup|dum) ${WHO}|ho ${WHO}|di|luon|lien|le|nhanh|som|ngay|bay gio|nha|nhe|nghen|nghe|a|voi|duoc roi|${WHO}))*`
/** "Nhờ em nộp lên xã", "gởi liền cho cán bộ giùm chị". */
const SENDING = new RegExp(`^${BEFORE}(?:nop|gui|goi|dat|chot)${AFTER}$`)
/** "Gửi cho tui" wants something back. */
const TO_ME = /(?:^| )(?:gui|goi)(?: .{1,12})? cho (?:toi|em|con|chau|minh|chi|anh)(?: |$)/
const LOOKED = '(?:coi|xem|doc|do|kiem tra|ra soat)(?: (?:ky|lai|het|qua|xong|roi|ky cang|mot luot))+'
const RIGHT =
  '(?:(?:moi thu|tat ca|het thay|thong tin|noi dung|ten tuoi|so lieu|cai nao|muc nao|cho nao|nay gio|ghi|khai)(?: (?:deu|cung|nhu vay|vay|la))* )?(?:deu )?(?:dung|on|chinh xac|duoc|khop|chuan)(?: (?:het|ca|roi|tron|tat|y|do|a|dieu))*'
/** "Coi kỹ rồi", "mọi thứ đều đúng": nothing is to be changed. */
const APPROVING = new RegExp(`^(?:(?:da|u|ok|thoi|${WHO}|thay) )*(?:${LOOKED}|${RIGHT})(?: (?:nha|nhe|a|em|do))*$`)

/** Hands in, in several clauses of which one says so and the others that all is right; whatever else is said hands in nothing. */
export function handsIn(text: string): boolean {
  if (text.length > LONGEST || /[\d?]/.test(text) || asksBack(text)) return false
  const clauses = clausesOf(text)
  const read = clauses.map((clause) => {
    const plain = plainOf(writtenOut(clause).filter((word) => word.plain !== CLAUSE_END))
    if (submits(clause) || (SENDING.test(plain) && !TO_ME.test(plain))) return 'sends'
    return isYes(clause) || isDone(clause) || APPROVING.test(plain) ? 'approves' : 'else'
  })
  return read.includes('sends') && !read.includes('else')
}
