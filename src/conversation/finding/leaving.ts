import {
  BESIDE,
  CANCELLING_WORDS,
  DOINGS,
  LATER_DEEDS,
  LATER_TIMES,
  MATTERS,
  MEANWHILE,
  NOTS,
  WAITING,
} from '../words/lexicon/leaving.ts'
import { CLAUSE_END, plainOf, writtenOut, type Word } from '../words/shorthand.ts'
import { isIn, wordList } from '../words/word-list.ts'

/** As many words say "not now" with a reason; more tell something. */
const MOST = 16

const [times, deeds, waiting] = [wordList(LATER_TIMES), wordList(LATER_DEEDS), wordList(WAITING)]
const [cancelling, nots, doings] = [wordList(CANCELLING_WORDS), wordList(NOTS), wordList(DOINGS)]
const ofLater = wordList(LATER_TIMES, LATER_DEEDS, WAITING, BESIDE)
const meanwhile = wordList(MEANWHILE)
const ofCancel = wordList(CANCELLING_WORDS, NOTS, DOINGS, MATTERS, WAITING, LATER_TIMES, BESIDE)

/** A letter or a doctor that names a day tells of an appointment. */
const APPOINTED = /(?:^| )(?:giay|bac si|benh vien|phieu|toa|co quan|can bo) hen(?: |$)/
const ASKS = /(?:^| )(?:khong|ha|gi|sao)(?: (?:a|em|vay|chi|anh|con))*$/
const FUTURE =
  /(?:^| )(?:de|roi|xong|moi|se|doi|cho|khi nao|bua nao|luc nao) (?:(?:toi|em|con|minh|chau|hay|no|di) )*(?:gui|goi|chup|nop|kiem|tim|lay|xin|hoi|coi|xem|nhan|tra|ke|viet|dien|khai|tinh|ghi|lam|bo sung|dua|doc)(?: |$)/

/** "Nấu cơm xong làm tiếp", "có khách, lát quay lại". */
const COMES_BACK =
  /(?:^| )(?:roi|xong|lat|chut|xiu|chieu|toi|mai|mot|ve|de|da)(?: (?:nua|toi|em|con|minh|se|moi|\|)){0,3} (?:(?:quay|tro|vo|vao|nhan|lam|ghi|khai|dien|viet|tra loi|tinh) (?:lai|tiep)|nhan|tinh|ghi|lam|khai|dien)(?: (?:lai|tiep|sau|nha|nhe|nghen|em|a|con|vay))*$/

/** "Nộp giùm em", "gửi cho tui": the deed is asked of us, and done now. */
const ASKED_OF_US =
  /(?:^| )(?:gium|dum|giup|cho)(?: (?:toi|em|con|minh|chau|ba con))?(?: (?:nha|nhe|nghen|nghe|di|a|voi|luon|em|anh|chi|cai|lien|ngay))*$/

/** "Khi nào trả lời", "mấy bữa lấy được": asked, and put off by nobody. */
const ASKS_WHEN =
  /^(?:(?:da|vay|roi|ma|thi|em oi|cho hoi|gui|nop) )*(?:(?:khi|chung|luc|bua|hom|ngay) nao|bao gio|bao lau|may (?:bua|ngay|hom|tuan))(?: (?:thi|moi|duoc|em|toi|nguoi ta|can bo|xa|may anh))* (?:co|tra|xong|duoc|lay|nhan|ra|biet|toi|len|giai quyet|duyet|goi|cap|lam xong)(?: |$)/
/** "Cho tui coi có gì trong đó": something is to be shown, and nothing waited for. */
const SHOW_ME = /(?:^| )cho (?:(?:toi|em|con|minh|chau) )?(?:coi|xem|biet|hoi)(?: .*)? (?:gi|nao|sao|may|dau|ai)(?: |$)/

function readShort(text: string): { words: Word[]; plain: string; clauses: string } | undefined {
  if (text.length > 90 || text.includes('?')) return undefined
  const all = writtenOut(text)
  const words = all.filter(({ plain }) => plain !== CLAUSE_END)
  return words.length === 0 || words.length > MOST ? undefined : { words, plain: plainOf(words), clauses: plainOf(all) }
}

/**
 * "Chiều tui chụp gửi", "để xin lại bệnh viện đã": it will be done, and says nothing else. `isReply`: an officer waits for
 * something, so that "mai nha em" is enough.
 */
export function isPuttingOff(text: string, isReply = false): boolean {
  const read = readShort(text)
  if (!read || !read.words.every((word) => isIn(ofLater, word) || isIn(meanwhile, word))) return false
  const { words, plain, clauses } = read
  if (!words.every((word) => isIn(ofLater, word)) && !COMES_BACK.test(clauses)) return false
  if (APPOINTED.test(plain) || ASKS.test(plain) || SHOW_ME.test(plain) || ASKS_WHEN.test(plain)) return false
  const hasTime = words.some((word) => isIn(times, word))
  const hasDeed = words.some((word) => isIn(deeds, word))
  if (hasTime && hasDeed) return true
  // "Coi kỹ hết rồi, nộp đi": what was done before is no reason to wait.
  const isToCome = FUTURE.test(clauses) && !ASKED_OF_US.test(plain)
  if (isToCome && words.some((word) => isIn(waiting, word) || word.plain === 'roi')) return true
  if (!isReply) return false
  return (
    /^(?:(?:da|thoi|vay|roi|u|ok|hen|de|chac) )*(?:mai|moi|mot|lat|bua khac|mai mot|tuan sau|hom khac|chieu mai)(?: (?:nha|nghen|nhe|em|a|di|nua|gui|moi co|hoac|mot|co|vai bua))*$/.test(
      plain,
    ) ||
    /(?:^| )chua (?:co|kiem|lay|tim|chup|xin)(?: |$)/.test(plain) ||
    (hasTime && /(?:^| )moi (?:co|duoc)(?: |$)/.test(plain))
  )
}

/** "Thôi không phản ánh nữa", "hủy giùm tui": no more of it, and nothing else. */
export function isGivingUp(text: string): boolean {
  const read = readShort(text)
  if (!read || !read.words.every((word) => isIn(ofCancel, word))) return false
  const { words, plain } = read
  if (ASKS.test(plain)) return false
  const isNot = (at: number): boolean => {
    const word = words[at]
    return word !== undefined && isIn(nots, word)
  }
  const cancels = words.some((word, at) => {
    if (!isIn(cancelling, word) || isNot(at - 1) || isNot(at - 2) || words[at - 1]?.plain === 'chua') return false
    if (word.plain === 'nghi') return plain.startsWith('thoi nghi') && words.length < 5
    const next = words[at + 1]?.plain
    return (
      word.plain !== 'bo' ||
      (next !== 'qua' && next !== 'sung' && !/(?:^| )(?:cau|so|ten|hinh|anh|tam|ban)(?: |$)/.test(plain))
    )
  })
  if (cancels) return true
  return words.some((_, at) => {
    const next = words[at + 1]
    if (!isNot(at) || next === undefined || !isIn(doings, next)) return false
    // "Đừng hỏi nữa": we are told, who ask.
    if (words[at]?.marked === 'đừng' && next.plain === 'hoi') return false
    // "Hông đi đâu": nowhere.
    if (next.plain === 'di' && words[at + 2]?.plain === 'dau') return false
    return (
      plain.startsWith('thoi ') ||
      / (?:nua|dau|luon)(?: (?:dau|nha|em|a|nghen|roi|con))*$/.test(plain.slice(plain.indexOf(next.plain)))
    )
  })
}
