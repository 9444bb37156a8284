import { CLAUSE_END, plainOf, type Word } from '../words/shorthand.ts'

/** "Không phải …", up to the end of the clause or to where the sentence turns to what is meant. */
const NEGATED =
  /(?<![^ ])(?:khong phai|khong (?:can|muon)(?= .*? nua)|khong (?:muon |can )?lam(?! duoc)|khong xin|khong dang ky|dung lam|thoi khong) .*?(?=\||(?<![^ ])(?:y (?:em|toi|minh|con|chau|la|muon)|ma|chu|can (?!nua)|nhung|doi (?:qua|sang)|chuyen (?:qua|sang)) |$)/g

/** The words without what was said not to be meant: "không phải khai sinh, ý em là trích lục". */
export function withoutNegated(words: readonly Word[]): Word[] {
  const kept = plainOf(words)
    .replace(NEGATED, (segment) => segment.replace(/[^ ]+/g, CLAUSE_END))
    .split(' ')
  return words.map((word, i) => (kept[i] === CLAUSE_END ? { plain: CLAUSE_END, marked: CLAUSE_END } : word))
}
