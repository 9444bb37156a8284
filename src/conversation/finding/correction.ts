import { tidy } from '../../kernel/text.ts'
import { exactly, loosely } from './loosely.ts'

/** What a sentence that puts something right says: what is to be, and what is not to be any more. As typed. */
export interface Correction {
  /** Clauses in which the new value may stand, in their order. */
  right: readonly string[]
  /** What is said to be wrong, or to be no longer wanted. */
  wrong: readonly string[]
}

const NOT = '(?:không|ko|kg|k|hông|hong|hổng|hỏng|hok|hem|chẳng|chả)'
const EARLIER = '(?:(?:hồi|lúc|khi|ban|mới|vừa) (?:nãy|nảy)|nãy|nảy|hồi đầu|bữa trước)'
const DID = '(?:ghi|nhập|nói|gõ|bấm|viết|điền|khai|chọn|đánh|trả lời|báo|đưa|gửi|nhắn)'
const SLIPPED = '(?:sai|lộn|nhầm|trật|thiếu|dư)'
const I = '(?:tôi|tui|em|con|mình|anh|chị|chú|bác|cô|cháu|bà|ông|ổng|bả|tay|máy|bàn phím|nó|lỡ)'
const OPENING = `(?:(?:dạ|à|ủa|ừ|ý|chết|khoan|thôi|mà|tại|${I}) )*`
const ONLY_TALK = loosely(
  `${OPENING}(?:${EARLIER}|${SLIPPED}|${DID}|bị|lại|có|hơi|${I}|mà|là|rồi|đó|á|nha|nghen|mất|hết|chút|tí|quên|chết|trời|ý|úi|xin lỗi| )+`,
)

/** A clause that says what is not: the value stands behind these words. */
const AHEAD = loosely(
  `${OPENING}(?:(?:chứ|chớ) )?(?:(?:${NOT}|chưa|đâu(?: có)?) phải(?: là)?|thay vì|đừng(?: có)? (?:${DID}|lấy|để)|(?:chứ|chớ) (?:${NOT}|đâu)(?: có)?) `,
  `${OPENING}${EARLIER}(?: ${I})*(?: lại| lỡ)? ${DID}(?: (?:bị|lại|có|hơi|${SLIPPED}|là|thành))* `,
  `${OPENING}${DID}(?: (?:bị|lại|có|hơi))? ${SLIPPED}(?: (?:là|thành))* `,
  `${OPENING}(?:nhảy|thành)(?: thành)? `,
)
/** A complaint: the value stands before these words. */
const BEHIND = loosely(
  `(?: thì| là| bị| nó| ${I})* (?:${SLIPPED}|kẹt|${NOT} (?:\\p{L}+ ){0,3}(?:được|kịp|đủ|đúng|chịu|tiện|rảnh|nổi|vô|xong)|(?:sớm|trễ|muộn|ít|nhiều|xa|gần|mắc|cũ) quá|${NOT} (?:kịp|đủ|đúng|chịu|tiện|rảnh|nổi|được))(?: [^\\d]*)?`,
)
/** With their marks only: "ban" is a copy, "lam" is work, "dung" is right. */
const [MARKED_AHEAD, MARKED_BEHIND] = [
  exactly(`${OPENING}đừng(?: có)? `),
  exactly(`(?: ${I})* (?:bận|lầm)(?: [^\\d]*)?`),
]
const whole = (expression: RegExp, flags = 'iu'): RegExp => new RegExp(expression.source, flags)
const ending = ({ source }: RegExp): string => source.replace('(?!\\p{L})', '')
const beginning = ({ source }: RegExp): string => source.replace('(?<!\\p{L})', '')
const AHEAD_OF = new RegExp(`^(?:${ending(AHEAD)}|${ending(MARKED_AHEAD)})(?<wrong>\\S.*)$`, 'iu')
const BEHIND_IT = new RegExp(`^(?<wrong>.*?\\S)(?:${beginning(BEHIND)}|${beginning(MARKED_BEHIND)})$`, 'iu')
const TALK_ALONE = new RegExp(`^(?:${ONLY_TALK.source})$`, 'iu')
/** What follows is what is right after all. */
const BUT = new RegExp(`\\s(?=(?:${exactly('mà|ma').source})\\s)`, 'iu')
const BEFORE_DENIAL = new RegExp(
  `\\s(?=(?:${exactly('chứ|chớ').source}|${loosely(`(?:chứ|chớ) (?:${NOT}|đâu)`).source}|${loosely('thay vì').source}|(?<!chứ |chớ |chu |cho )${loosely(`(?:${NOT}|chưa) phải`).source}|(?<!(?:hồi|hoi|lúc|luc|khi|ban|mới|moi|vừa|vua) )${loosely(`${EARLIER} (?:${I} )?${DID}`).source})(?:\\s|$))`,
  'iu',
)
const DENIED_FIRST = whole(loosely(`(?:${NOT}|đâu) phải|đừng|thay vì`))
/** "… mới đúng": what stands in this clause is what is right. */
export const saysRight = (clause: string): boolean => SAYS_RIGHT.test(clause)
const SAYS_RIGHT = whole(loosely('mới (?:đúng|phải|đủ|chịu|hợp)|lận'))
const ENDING = whole(loosely(`(?: (?:là|thì))? ${SLIPPED}(?: rồi)?|nữa|nha|nghen|rồi`))
const ENDS = new RegExp(`(?:[\\s,]*(?:${ENDING.source}))+$`, 'iu')

/** Clauses as they are spoken: between commas, and on both sides of "chứ không phải" and of "mà". */
function clausesSpoken(text: string): string[] {
  return tidy(text)
    .split(/[,;.!?…\n]+(?=\s|$)|\s[-–]\s/u)
    .flatMap((clause) => clause.split(BEFORE_DENIAL))
    .flatMap((clause) => (DENIED_FIRST.test(clause) ? clause.split(BUT) : [clause]))
    .map((it) => it.replace(/^\s*(?:(?:chứ|chớ|mà|ma)\s+)?(?!(?:không|ko|hông|hổng|hong|khong|đâu|dau) )/iu, '').trim())
    .filter((it) => /[\p{L}\d]/u.test(it) && !/^(?:chứ|chớ)$/iu.test(it))
}

/** What a clause says is wrong; an empty text where it only says that something was. Undefined where it denies nothing. */
function deniedIn(clause: string): string | undefined {
  if (TALK_ALONE.test(clause)) return ''
  if (saysRight(clause)) return undefined
  const denied = AHEAD_OF.exec(clause)?.groups?.['wrong'] ?? BEHIND_IT.exec(clause)?.groups?.['wrong']
  return denied?.replace(ENDS, '').trim()
}

/** Each clause says what is right, or what is wrong, or nothing but that there was a slip. */
export function readCorrection(text: string): Correction {
  const clauses = clausesSpoken(text).map((clause) => ({ clause, denied: deniedIn(clause) }))
  return {
    right: clauses.flatMap(({ clause, denied }) => (denied === undefined ? [clause] : [])),
    wrong: clauses.flatMap(({ denied }) => (denied ? [denied] : [])),
  }
}
