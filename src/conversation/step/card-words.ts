import { agrees } from '../words/agreement.ts'
import { asksBack } from '../words/asks-back.ts'
import { clausesOf } from '../words/clauses.ts'
import { withoutCourtesy } from '../words/courtesy.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import { isHedged, isNo, isSkip, isYes } from '../words/read-reply.ts'
import { CLAUSE_END, isMeantWord, plainOf, type Word, wordsOf, writtenOut } from '../words/shorthand.ts'

const SELF = '(?:(?:de |cho )?(?:toi|em|minh|con|chau) )?(?:xin |muon )?'
const TYPING = new RegExp(
  `^(?:(?:thoi|khong) )*${SELF}(?:tu )?(?:nhap|go|ghi|khai|dien|danh|viet)(?: (?:bang )?(?:tay|chu|may))?(?: vao)?(?: (?:cho|thay) (?:le|nhanh|mau|chac|khoe|tien|gon|xong|roi|de|yen tam)(?: an)?| (?:khoe|le|nhanh|chac|tien|de)(?: an| hon)?| (?:duoc|cung duoc|vay|di|luon|thoi|hon|duoc roi))*$|^(?:tu nhap|bo qua)$`,
)
/** "Hông chụp đâu, ghi tay": the deed that the button names, and not wanted. */
const NOT_READING = new RegExp(
  `^(?:(?:thoi|da|a) )*${SELF}(?:khong|khoi|dung|chang)(?: (?:co|muon|can|cho|duoc|thich|dam))* (?:chup|quet|doc|gui|dua)(?: (?:hinh|anh|the|can cuoc|ma|qr|ma qr))*(?: (?:dau|nua|a|het|luon))*(?: |$)`,
)
/** The deed that the button names. */
const READING = new RegExp(
  `^(?:(?:co|duoc|ok|u|da|roi) )*${SELF}(?:dong y )?(?:doc|quet|chup|gui) (?:ma qr|ma|qr|the|anh|hinh|can cuoc)(?: |$)`,
)
/** Nobody is asked for a card that is not at hand. */
const NO_CARD =
  /(?:^| )(?:(?:khong|chua|dau) (?:(?:co|mang|dem|cam|giu|thay|kiem ra|lam) )+(?:theo )?(?:the|can cuoc)|(?:mat|rot|quen|bo quen|hu|gay|het han) (?:the|can cuoc)|(?:the|can cuoc) (?:[^ ]+ ){0,3}(?:mat|hu|gay|bo quen|quen|o nha|het han|cu qua|mo))(?: |$)/
const ABOUT_CARD = /(?:^| )(?:ma|qr|the|anh|hinh|chup|quet|mat truoc|mat sau|lo|an toan|xoa|luu|giu|lam gi)(?: |$)/
const AGAIN = /^(?:de |cho )?(?:toi |em |minh )?(?:chup|gui) lai/

/** What the button reads, by the words that are others without their marks: "gửi má" and "gửi anh" name people. */
const OBJECTS = wordsOf('mã thẻ ảnh hình')

/** The words, without those that were typed with the marks of something else than the card. */
function namingTheCard(text: string, words: readonly Word[]): string {
  const typed = wordsOf(text)
  const areMarked = typed.some(({ plain, marked }) => plain !== marked)
  const others = typed.filter(
    (word) =>
      (areMarked && word.marked === 'anh') ||
      OBJECTS.some((meant) => meant.plain === word.plain && !isMeantWord(word, meant)),
  )
  return plainOf(words.filter(({ plain }) => !others.some((other) => other.plain === plain)))
}

/** "Quet ma qr": written out, "ma" is a particle, and here it is the code. */
const withCode = (text: string): string =>
  text.replace(/(?<=(?<!\p{L})(?:quet|doc|(?:gui|chup)(?=\s+ma\s+qr))\s+)ma(?!\p{L})/giu, 'mã')

/** What typed words say at the question whether a card may be read. `nods`: a yes that does not name what it agrees to. */
export function readCardWords(typed: string): 'agrees' | 'types' | 'nods' | 'asks' | undefined {
  const text = withCode(typed)
  const ordinal = readOrdinal(text)
  if (ordinal === 1) return 'agrees'
  if (ordinal === 2) return 'types'
  const words = withoutCourtesy(writtenOut(text)).filter(({ plain }) => plain !== CLAUSE_END)
  const plain = plainOf(words)
  if (asksBack(text)) return ABOUT_CARD.test(plain) ? 'asks' : undefined
  const types = clausesOf(text).some((clause) => TYPING.test(plainOf(withoutCourtesy(writtenOut(clause)))))
  if (types || NOT_READING.test(plain) || NO_CARD.test(plain) || isNo(text) || isSkip(text)) return 'types'
  if (agrees(text) || (READING.test(namingTheCard(text, words)) && !isHedged(words))) return 'agrees'
  return isYes(text) ? 'nods' : undefined
}

/** What typed words say to what was read of a card. */
export function readCardReply(text: string): 'right' | 'again' | 'types' | undefined {
  const ordinal = readOrdinal(text)
  const plain = plainOf(withoutCourtesy(writtenOut(text)))
  if (isYes(text) || ordinal === 1) return 'right'
  if (isNo(text) || AGAIN.test(plain) || ordinal === 2) return 'again'
  return TYPING.test(plain) ? 'types' : undefined
}
