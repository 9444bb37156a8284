import { fold } from '../../kernel/text.ts'
import { hasMiddleOfName, isFamilyName, isTalk } from '../checks/family-names.ts'
import type { Fact } from './fact.ts'

/** "Tên con là …", "họ tên: …": a name follows, whatever it looks like. */
const LABEL =
  /(?<!\p{L})(?:họ (?:và )?tên|ho (?:va )?ten|tên|ten)(?: (?:con|bé|be|cháu|chau|tui|tôi|toi|em|cha|mẹ|me|má|ma|ba|chồng|chong|vợ|vo))?(?: ?:| (?:là|la))\s+/giu
/** What a name ends before: an identity word, a year, a role, another sentence. */
const AFTER =
  /^(?:sn|sinh|sanh|cccd|cmnd|sdt|dt|so|nam|nu|con|tuoi|ngay|o|la|va|voi|chu|tru|a|nha|nhe|chua|khong|ko|dang|lam|di|ve|tai|thi|em|anh|chi)$/
const WORD = /[\p{L}\p{M}'’ʼ`´.-]+/gu

const whose = (words: string): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${words})(?: (?:của|cua))?(?: (?:tui|tôi|toi|em|con|mình|minh|nó|no|bé|be|cháu|chau|ấy|ay))?(?: (?:tên|ten))?(?: (?:là|la)| ?:)?(?: (?:ông|ong|bà|ba|anh|chị|chi|cô|co|chú|chu))?\\s+$`,
    'iu',
  )
/** Said before a name, the surer ones first: whose it is. */
const WHOSE: readonly (readonly [RegExp, NonNullable<Fact['of']>])[] = [
  [whose('chủ nhà|chu nha|chủ trọ|chu tro|chủ hộ|chu ho|nhà trọ|nha tro|chủ|ở nhờ nhà|ở trọ nhà|ở trọ'), 'landlord'],
  [whose('người yêu|nguoi yeu|sẽ cưới|se cuoi|cưới|sắp cưới|sap cuoi|bạn gái|ban gai|bạn trai|ban trai'), 'fiancé'],
  [whose('con trai|con gái|con gai|bé trai|be trai|bé gái|be gai|bé|be|cháu|chau|con|em bé|em be'), 'child'],
  [whose('chồng|chong|ông xã|ong xa'), 'husband'],
  [whose('vợ|vo|bà xã|ba xa'), 'wife'],
  [whose('cha|ba|tía|tia|bố|bo'), 'father'],
  [whose('mẹ|me|má|ma'), 'mother'],
  [whose('tui|tôi|toi|em|mình|minh'), 'self'],
]

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** A clause in small letters that is a name and nothing else, beside other facts: "lê thị út, 0961…". */
const CLAUSE = /[^,;:\d\n]+/gu

/**
 * Names of people: after a label, or a family name with capitals behind it. In small letters only a whole clause is one,
 * where numbers stand beside it.
 */
export function nameFacts(typed: string, isBesideNumbers: boolean): Fact[] {
  const facts: Fact[] = []
  for (const label of typed.matchAll(LABEL)) push(facts, typed, label.index + label[0].length, true)
  for (const { 0: word, index } of typed.matchAll(WORD))
    if (isCapital(word) && isFamilyName(word) && facts.every((it) => index < it.from || index >= it.to))
      push(facts, typed, index, false)
  if (isBesideNumbers && facts.length === 0)
    for (const { 0: clause, index } of typed.matchAll(CLAUSE)) {
      const said = clause.replace(
        /^[\s.-]*(?:(?:dạ|da|tui|tôi|toi|em|con|mình|minh|tên|ten|là|la)\s+)*|[\s.-]+$|\s+(?:cccd|cmnd|sđt|sdt|đt|dt|số|so|sn|sinh)[\s.:]*$/giu,
        '',
      )
      const words = said.split(/\s+/)
      const isName = words.length >= 2 && words.length <= 5 && isFamilyName(words[0] ?? '') && !isTalk(said)
      if (isName && (hasMiddleOfName(said) || words.length <= 4)) {
        const from = index + clause.indexOf(said)
        facts.push({ kind: 'name', from, to: from + said.length, said })
        break
      }
    }
  return facts.map((fact) => {
    const before = typed.slice(Math.max(0, fact.from - 40), fact.from)
    const of = WHOSE.find(([said]) => said.test(before))?.[1]
    return of === undefined ? fact : { ...fact, of }
  })
}

function push(facts: Fact[], typed: string, from: number, isLabelled: boolean): void {
  const end = /[,;:()\d\n]|\.(?=\s|$)|\s[-–—]\s/u.exec(typed.slice(from))
  const stretch = typed.slice(from, end ? from + end.index : undefined)
  const isInCapitals = isCapital(stretch)
  let to = from
  let count = 0
  for (const { 0: word, index } of stretch.matchAll(WORD)) {
    const isEnd =
      count > 1
        ? isInCapitals
          ? !isCapital(word)
          : AFTER.test(fold(word))
        : count > 0 && isInCapitals && !isCapital(word)
    if (isEnd || count === 10) break
    to = from + index + word.length
    count++
  }
  if (count >= 2 && (isLabelled || isInCapitals)) facts.push({ kind: 'name', from, to, said: typed.slice(from, to) })
}
