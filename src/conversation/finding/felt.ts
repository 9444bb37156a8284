import { composed, fold } from '../../kernel/text.ts'
import { holdingWords } from '../words/holding.ts'
import { BESIDE_FEELINGS, FEELINGS, ONLY_FELT, STRONGLY_FELT } from '../words/lexicon/feelings.ts'
import { CLAUSE_END, writtenOut } from '../words/shorthand.ts'
import { isIn, wordList } from '../words/word-list.ts'
import { readTopics } from './topics.ts'

/** What is felt, by what is answered to it. */
export type Feeling = keyof typeof FEELINGS

const KINDS = (Object.keys(FEELINGS) as Feeling[]).map((kind) => [kind, holdingWords(FEELINGS[kind])] as const)
const isStrongly = holdingWords(STRONGLY_FELT)
const ofFeelings = wordList(...Object.values(FEELINGS), STRONGLY_FELT, BESIDE_FEELINGS)
const onlyOfFeelings = wordList(...Object.values(FEELINGS), STRONGLY_FELT, ONLY_FELT)

/** In words: who feels and says something else needs more. */
const MOST = 12
/** Strongly felt, a few words of what it is about may stand beside it. */
const MOST_ABOUT = 3
/** These are no other word without their marks. */
const PLAIN: ReadonlySet<Feeling> = new Set(['thanks', 'sorry', 'wish', 'sigh'])
const NEEDY: ReadonlySet<Feeling> = new Set(['unskilled', 'hurry'])
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|[\s:;()=<3dDpP-])+$/u
const GLAD = /[❤👍🙏😊😍🥰😁😄😃👏💯🌹🎉💐😘☺️]/u
/** Two words that stand beside it by chance: "khỏi lo", "không sợ". */
const DENIED =
  /(?<!\p{L})(?:khỏi|đừng|không|hông|hổng|ko|hết|chưa) (?:có )?(?:lo|sợ|buồn|vui|mệt|khó|ngại|may|hay|tốt|thích|phiền|giận|tức)(?!\p{L})/u

/** What a message feels that says hardly anything else; undefined where it tells or asks for something. */
export function feltIn(text: string): Feeling | undefined {
  if (text.length > 120) return undefined
  if (PICTURE.test(text) && /\p{Extended_Pictographic}/u.test(text)) return GLAD.test(text) ? 'praise' : 'sigh'
  const said = composed(text)
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/(?<!\p{L})kì(?!\p{L})/gu, 'kỳ')
    .replace(/[^\p{L}\p{M}\d ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/\d/.test(said) || DENIED.test(said) || readTopics(text).length > 0) return undefined
  const felt = KINDS.find(([, holds]) => holds(said))?.[0]
  if (felt === undefined) return undefined
  const words = writtenOut(said).filter(({ plain }) => plain !== CLAUSE_END)
  const others = words.filter((word) => !isIn(ofFeelings, word)).length
  if (words.length > MOST) return undefined
  // Who is not used to this, or in a hurry, says why.
  if (NEEDY.has(felt) && said !== fold(said)) return others * 2 < words.length ? felt : undefined
  // Without marks much else looks like something felt: "tội" and "tôi", "lẹ" and "lệ".
  if (said === fold(said) && !PLAIN.has(felt)) return others === 0 && isStrongly(said) ? felt : undefined
  if (others === 0 || (isStrongly(said) && others <= MOST_ABOUT && others * 2 < words.length)) return felt
  return undefined
}

/** A feeling and not a word of what it is about: "bức xúc lắm luôn á". */
export const isOnlyFelt = (text: string): boolean =>
  feltIn(text) !== undefined &&
  writtenOut(text).every((word) => word.plain === CLAUSE_END || isIn(onlyOfFeelings, word))
