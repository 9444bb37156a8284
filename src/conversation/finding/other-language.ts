import { beginningOf } from '../../kernel/text.ts'
import { CALLED_ELSEWHERE, ENGLISH_WORDS } from '../words/lexicon/other-languages.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'

const ENGLISH = new Set(ENGLISH_WORDS.trim().split(/\s+/))
/** How a syllable looks on a keyboard without marks; what does not is no Vietnamese word. */
const SYLLABLE =
  /^(?:ngh|ng|ch|gh|gi|kh|nh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$|^(?:k|ko|dc|dk|cc|sdt|tp|hk|hs|ks|ad|ok|zalo|vneid)$/
const OTHER_SCRIPT = /[\u1780-\u17FF\u4E00-\u9FFF\u3040-\u30FF\uAC00-\uD7AF\u0E00-\u0E7F\u0400-\u04FF]/u
/** "Có ai nói tiếng Khmer không", "tui người Khmer không rành chữ Việt". */
const OF_LANGUAGE =
  /\b(?:noi|biet|ranh|nghe|viet|doc|bang|co|nhan|chat|hoi|tra loi|ho tro|dung|xai|go|ghi) (?:duoc |bang |tin )*tieng (?:khmer|kho me|hoa|anh|cham|tau|phap|trung)\b|^tieng (?:khmer|kho me|hoa|anh)(?: (?:co|duoc|a|khong|vay))*$|\b(?:khong|ko|chua|it|k) (?:co )?(?:ranh|biet|hieu|doc|gioi|thao|sanh)(?: (?:duoc|noi|viet|doc|may|lam|nhieu))* (?:chu|tieng) (?:viet|kinh|quoc ngu)\b/

const wordsOf = (text: string): string[] =>
  beginningOf(text, 300)
    .toLowerCase()
    .match(/[a-z]+/g) ?? []

/** A sentence of English: some of its words are none of ours, and some are what English sentences are held together by. */
export function isEnglish(text: string): boolean {
  if (!/^[\x00-\x7F’]*$/.test(beginningOf(text, 300))) return false
  const words = wordsOf(text)
  const known = words.filter((it) => ENGLISH.has(it))
  const strange = words.filter((it) => !SYLLABLE.test(it))
  if (strange.length === 0 && !words.includes('you') && !words.includes('i')) return false
  const told = words.filter((it) => ENGLISH.has(it) || !SYLLABLE.test(it))
  return (
    known.length >= Math.max(2, words.length / 2) || (known.length >= 1 && told.length >= Math.max(3, words.length / 2))
  )
}

/** The Vietnamese for what a sentence in another language asks for; undefined where no word for it is known. */
export function translated(text: string): string | undefined {
  if (!isEnglish(text) && !OTHER_SCRIPT.test(text)) return undefined
  const said = beginningOf(text, 300).toLowerCase()
  return CALLED_ELSEWHERE.find(([called]) => called.test(said))?.[1]
}

/** Whether somebody says that they speak another language, or asks who does. */
export const asksForLanguage = (text: string): boolean =>
  text.length <= 120 && OF_LANGUAGE.test(plainOf(spellOut(text)))

/** Another language than Vietnamese: said once in both, with the way to a person. */
export function otherLanguage(text: string): string | undefined {
  if (!isEnglish(text) && !OTHER_SCRIPT.test(text) && !asksForLanguage(text)) return undefined
  return [
    'Tôi chỉ đọc được tiếng Việt. Bà con nói tiếng Khmer, tiếng Hoa hoặc tiếng khác được cán bộ giúp tại Trung tâm Phục vụ hành chính công của xã, phường; tổng đài 1800 1096 (gọi miễn phí).',
    'I can only read Vietnamese. For help in person, please visit the public service centre of your commune or call 1800 1096 (free).',
  ].join('\n\n')
}
