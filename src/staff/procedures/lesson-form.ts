import { z } from 'zod'
import { BLANK } from '../../conversation/session/blank-words.ts'
import { tidy } from '../../kernel/text.ts'
import { cleanText } from '../../procedures/clean-text.ts'

const LONGEST = 80
const text = z.string().catch('')
const lesson = z.object({ words: text, to: text })
const EXAMPLE = 'Ví dụ: gởi về nhà giùm tui.'

/** Without what was blanked: the longest piece of what is left. */
export const longestPiece = (words: string): string =>
  words
    .split(BLANK)
    .map((it) => it.replace(/^[\s,.;:]+|[\s,.;:]+$/g, ''))
    .sort((a, b) => b.length - a.length)[0] ?? ''

/** An entry of what is done elsewhere that is not there yet. */
export const NEW_ENTRY = 'elsewhere:'

type Target = { flow?: string; choice?: string } | { entry: string | undefined }

function targetOf(to: string): Target | undefined {
  if (to === NEW_ENTRY) return { entry: undefined }
  const [, kind, name] = /^(choice|flow|elsewhere):([a-z0-9][A-Za-z0-9_-]{0,79})$/.exec(to) ?? []
  if (name === undefined) return undefined
  return kind === 'elsewhere' ? { entry: name } : kind === 'flow' ? { flow: name } : { choice: name }
}

/** Words and what they mean: a choice of the question, or a whole procedure. `wrong` says of each field what to change. */
export function parseLessonForm(body: unknown) {
  const given = lesson.parse(body ?? {})
  const words = tidy(cleanText(given.words).text).replace(/\s+/g, ' ')
  const target = targetOf(given.to)
  const wrong = {
    ...(!/\p{L}{2}/u.test(words) && { words: `Xin ghi lời người dân hay nói. ${EXAMPLE}` }),
    ...(words.length > LONGEST && { words: `Xin ghi ngắn, nhiều nhất ${LONGEST} chữ cái. ${EXAMPLE}` }),
    ...(words.includes('[') && { words: `Xin bỏ chỗ đã che, chỉ giữ lời cần nhận ra. ${EXAMPLE}` }),
    ...(!target && { to: 'Xin chọn lời này nghĩa là gì. Ví dụ: chọn một lựa chọn của câu hỏi.' }),
  }
  return {
    typed: { words, to: given.to },
    target,
    wrong: Object.keys(wrong).length > 0 ? wrong : undefined,
  }
}
