import { rememberLast } from '../../kernel/remember-last.ts'
import { beginningOf, fold, tidy } from '../../kernel/text.ts'
import { SHORT_FORMS } from './lexicon/short-forms.ts'

/** One typed word: as it is compared, and with the marks it was typed with, lower case. `|` ends a clause. */
export interface Word {
  plain: string
  marked: string
}

export const CLAUSE_END = '|'

/** Everyday names and what the law calls it; a search looks for both. */
const EVERYDAY: readonly (readonly [string, string])[] = [
  ['giấy độc thân', 'xác nhận tình trạng hôn nhân'],
  ['giấy con', 'khai sinh'],
  ['giấy cho bé', 'khai sinh'],
  ['giấy cho con', 'khai sinh'],
  ['sổ đỏ', 'giấy chứng nhận quyền sử dụng đất'],
  ['sổ hồng', 'giấy chứng nhận quyền sử dụng đất'],
  ['nhập khẩu', 'đăng ký thường trú'],
  ['nhập hộ khẩu', 'đăng ký thường trú'],
  ['cắt khẩu', 'xóa thường trú'],
  ['cà vẹt', 'giấy đăng ký xe'],
  ['birth certificate', 'khai sinh'],
  ['marital status', 'xác nhận tình trạng hôn nhân'],
  ['temporary residence', 'tạm trú'],
  ['permanent residence', 'thường trú'],
  ['travel permit', 'giấy đi đường'],
  ['building permit', 'giấy phép xây dựng'],
  ['construction permit', 'giấy phép xây dựng'],
  ['business household', 'hộ kinh doanh'],
]

/** What `tt` may stand for; nobody can know which, so it is asked. */
export const READINGS_OF_TT = ['thường trú', 'tạm trú', 'thủ tục', 'thị trấn', 'trực tuyến', 'thanh toán'] as const

/** Words of at most the first 400 characters, as typed. */
export const wordsOf = rememberLast((text): readonly Word[] =>
  tidy(beginningOf(text, 400))
    .toLowerCase()
    .replace(/[,;.!?:\n]+(?=\s|$)|[,;!?\n]/g, ` ${CLAUSE_END} `)
    .split(/[\s"'()“”‘’/_…–—-]+/)
    .flatMap((marked) => {
      const plain = marked === CLAUSE_END ? marked : fold(marked).replaceAll(' ', '')
      return plain === '' ? [] : { plain, marked }
    }),
)

const inOrder = (marked: string): string => [...marked.normalize('NFD')].sort().join('')

/** Whether a typed word may be the one meant: marks may be missing, but not different. "đó" is not "đỏ", nor is "Đỗ". */
const isSameWord = (typed: Word, meant: Word): boolean =>
  typed.plain === meant.plain &&
  (typed.marked === typed.plain || meant.marked === meant.plain || inOrder(typed.marked) === inOrder(meant.marked))

/** The same where the phrase is known to bear all its marks: "anh" is not "ảnh". */
export const isMeantWord = (typed: Word | undefined, meant: Word): boolean =>
  typed?.plain === meant.plain && (typed.marked === typed.plain || inOrder(typed.marked) === inOrder(meant.marked))

/** Where a phrase begins among words, or -1. */
export function findPhrase(words: readonly Word[], phrase: readonly Word[], from = 0, isSame = isSameWord): number {
  for (let at = from; phrase.length > 0 && at + phrase.length <= words.length; at++)
    if (phrase.every((word, i) => isSame(words[at + i] as Word, word))) return at
  return -1
}

const everyday = EVERYDAY.map(([said, meant]) => ({ said: wordsOf(said), meant: wordsOf(meant) }))
const short = new Map(Object.entries(SHORT_FORMS).map(([word, meant]) => [word, wordsOf(meant)]))

/** Words with short and southern forms written out: "hông" is "không". */
export const writtenOut = (text: string): Word[] => wordsOf(text).flatMap((word) => short.get(word.marked) ?? [word])

/** Words with short forms written out, and the law's name put after each everyday one. */
export function spellOut(text: string): Word[] {
  let words = writtenOut(text)
  const typed = new Set(words.map(({ plain }) => plain))
  for (const { said, meant } of everyday) {
    if (!typed.has(said[0]?.plain ?? '')) continue
    const at = findPhrase(words, said)
    if (at < 0) continue
    const end = at + said.length
    words = [...words.slice(0, end), ...meant, ...words.slice(end)]
  }
  return words
}

export const plainOf = (words: readonly Word[]): string => words.map(({ plain }) => plain).join(' ')
