import { fold } from '../../kernel/text.ts'
import { asksBack } from './asks-back.ts'
import { clausesOf } from './clauses.ts'
import { isDone, isYes, submits } from './read-reply.ts'
import { CLAUSE_END, plainOf, writtenOut } from './shorthand.ts'

const LONGEST = 120
const WHO = '(?:toi|em|anh|chi|con|chau|minh|co|chu|bac|ong|ba)'
const BEFORE = `(?:(?:da|u|ok|roi|vay|thi|thoi|gio|bay gio|bam|bam nut|nho|lam on|cho|xin|muon|cu|giup|gium|dum|em oi|${WHO}) )*`
const OFFICE =
  '(?:xa|phuong|uy ban|can bo|co quan|trung tam|cong an(?: (?:xa|phuong))?|nha nuoc|ben do|tren do|tren|ben|do|nguoi ta|ho|may (?:ong|anh|chi|co|anh chi|co chu|ba))'
/** "Cho mấy ổng coi": what they are to do with it. */
const TO_DO = '(?: (?:coi|xem|xet|duyet|lam|giai quyet|xu ly|biet|hay|thay))?'
const WHERE = `(?:len|qua|ve|toi|vo|xuong)? ?(?:cho )?${OFFICE}${TO_DO}`
/** "Nộp luôn cho kịp", "nộp cho bà nghen". */
const FOR = `cho (?:kip|le|nhanh|som|xong|chac|roi|tien|khoe|yen tam|${WHO})|oi|(?:tre|toi|gap|het gio|khuya|tre gio) (?:roi|lam|qua|het)`
const AFTER = `(?: (?:ho so|don|giay|giay to|phan anh|cau hoi|lich|hen|cai|cai nay|nay|${WHERE}|${FOR}|len|qua|gium|giup|dum|(?:gium|giup|dum) ${WHO}|ho ${WHO}|di|luon|lien|le|nhanh|som|ngay|bay gio|nha|nhe|nghen|nghe|a|voi|duoc roi|${WHO}))*`
/** "Nhờ em nộp lên xã", "gởi liền cho cán bộ giùm chị". */
const SENDING = new RegExp(`^${BEFORE}(?:nop|gui|goi|dat|chot|chuyen(?= ))${AFTER}$`)
/** "Gửi cho tui" wants something back. */
const TO_ME = /(?:^| )(?:gui|goi)(?: .{1,12})? cho (?:toi|em|con|chau|minh|chi|anh|ong|ba|co|chu|bac)(?: |$)/
const LOOKED = '(?:coi|xem|doc|do|kiem tra|ra soat)(?: (?:ky|lai|het|qua|xong|roi|ky cang|mot luot))+'
const RIGHT =
  '(?:(?:moi thu|tat ca|het thay|het tron|may (?:cai|muc|cho|dong)(?: nay| do| tren)?|cai nay|o tren|thong tin|noi dung|ten tuoi|so lieu|cai nao|muc nao|cho nao|nay gio|ghi|khai)(?: (?:deu|cung|nhu vay|vay|la))* )?(?:deu )?(?:dung|on|chinh xac|duoc|khop|chuan)(?: (?:het|ca|roi|tron|trot|tat|y|do|a|dieu|rao))*'
/** "Coi kỹ rồi", "mọi thứ đều đúng": nothing is to be changed. */
const APPROVING = new RegExp(
  `^(?:(?:da|u|ok|thoi|${WHO}|thay) )*(?:${LOOKED}|(?:${LOOKED} (?:thay )?)?${RIGHT})(?: (?:nha|nhe|a|em|do))*$`,
)

/** "Tên bé đúng rồi": one thing of many is right. */
const ONE_RIGHT =
  /^(?!.*(?:^| )(?:khong|chua|chang|dau|sao|gi|hay|chac|nhung|ma|tru|phai|hinh nhu)(?: |$))(?:[a-z]+ ){1,5}(?:deu |cung )?dung (?:roi|het|ca)(?: (?:roi|nha|nhe|a|em|do|con))*$/
/** "Mấy cái này đúng hết trơn rồi á em": all is right, and nothing else is said. */
const ALL_RIGHT = new RegExp(
  `^(?:(?:da|u|ok|thoi|${WHO}|thay) )*(?:${LOOKED} (?:thay )?)?${RIGHT}(?: (?:nha|nhe|a|em|do|con|anh|chi))*$`,
)

/** Hands in, in several clauses of which one says so and the others that all is right; whatever else is said hands in nothing. */
export function handsIn(text: string): boolean {
  if (text.length > LONGEST || /[\d?]/.test(text) || asksBack(text)) return false
  const clauses = clausesOf(text)
  const read = clauses.map((clause) => {
    const plain = plainOf(writtenOut(clause).filter((word) => word.plain !== CLAUSE_END))
    if (submits(clause) || (SENDING.test(plain) && !TO_ME.test(plain))) return 'sends'
    if (ALL_RIGHT.test(plain)) return 'right'
    return isYes(clause) || isDone(clause) || APPROVING.test(plain) || ONE_RIGHT.test(plain) ? 'approves' : 'else'
  })
  // That all is right says as much as a yes.
  return (read.includes('sends') || read.includes('right')) && !read.includes('else')
}

/** "Ok hỏi giùm tui đi", where what is handed in is a question. */
const ASKS_FOR_ME =
  /^(?:(?:da|u|ok|roi|vay|thi|nho|em|co|chu|anh|chi) )*hoi (?:gium|giup|dum|ho|di|luon|can bo)(?: (?:gium|giup|dum|toi|em|con|minh|di|luon|nha|nhe|nghen|voi|can bo))*$/
export const handsOver = (text: string, submit: string | undefined): boolean =>
  submit !== undefined &&
  fold(submit).includes('cau hoi') &&
  ASKS_FOR_ME.test(plainOf(writtenOut(text)).replaceAll(' |', ''))
