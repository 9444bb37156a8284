import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { fold } from '../kernel/text.ts'
import { quoted } from './insert-step.ts'

/** Words that are to lead to a choice of a question, or to the procedure itself. */
interface Lesson {
  words: string
  to: { step: string; choice: string } | 'procedure'
}

type Taught = { ok: true; text: string } | { ok: false; because: string }

const UNREADABLE = 'Bản nháp còn lỗi về cách viết. Xin sửa các lỗi đó trước, rồi dạy.'
const GONE = 'Bản nháp không còn lựa chọn này. Xin mở bản nháp để xem.'
const KNOWN = 'Lời này đã có ở đó rồi. Xin chọn chỗ khác, hoặc bỏ câu này.'
const ODD = 'Chỗ cần thêm viết theo cách chương trình không tự thêm được. Xin mở bản nháp và thêm bằng tay.'

/** Writes the words into the text, beside those that are there. Nothing else is touched. */
export function teach(text: string, { words, to }: Lesson): Taught {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' })
  const root = document.contents
  if (document.errors.length > 0 || !isMap(root)) return { ok: false, because: UNREADABLE }
  if (to === 'procedure') return addTo(text, root, 'says', 'name', words)
  const choices = document.getIn(['steps', to.step, 'choices'])
  const choice = isSeq(choices) ? choices.items.find((it) => isMap(it) && it.get('key') === to.choice) : undefined
  return isMap(choice) ? addTo(text, choice, 'words', 'key', words) : { ok: false, because: GONE }
}

/** One more item of the list `name`; a list that is not there yet begins behind the pair `beside`. */
function addTo(text: string, map: YAMLMap, name: string, beside: string, item: string): Taught {
  const list = map.get(name, true) as unknown
  const put = (at: number | undefined, added: string): Taught =>
    at === undefined ? { ok: false, because: ODD } : { ok: true, text: text.slice(0, at) + added + text.slice(at) }
  if (list === undefined) {
    const near = map.get(beside, true)
    const end = isScalar(near) ? near.range?.[1] : undefined
    if (map.flow) return put(end, `, ${name}: [${quoted(item)}]`)
    const margin = columnOf(text, map.range?.[0] ?? 0)
    return put(
      end === undefined ? undefined : endOfLine(text, end),
      `\n${' '.repeat(margin)}${name}: [${quoted(item)}]`,
    )
  }
  if (!isSeq(list)) return { ok: false, because: ODD }
  const items = list.items.filter(isScalar)
  if (items.some(({ value }) => fold(String(value)) === fold(item))) return { ok: false, because: KNOWN }
  const [first, last] = [items[0], items.at(-1)]
  if (items.length !== list.items.length || !first || !last) return { ok: false, because: ODD }
  if (list.flow) return put(last.range?.[1], `, ${quoted(item)}`)
  const dash = /^ *- */.exec(text.slice(startOfLine(text, first.range?.[0] ?? 0)))?.[0]
  const end = last.range?.[1]
  return put(dash === undefined || end === undefined ? undefined : endOfLine(text, end), `\n${dash}${quoted(item)}`)
}

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
const columnOf = (text: string, at: number): number => at - startOfLine(text, at)
/** A line that a value ended already is not gone beyond. */
const endOfLine = (text: string, at: number): number => {
  if (text[at - 1] === '\n') return at - 1
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
