import { z } from 'zod'
import { beginningOf, tidy } from '../../kernel/text.ts'
import { cleanText } from '../../procedures/clean-text.ts'
import type { TypedEntry } from '../../procedures/elsewhere/desk.ts'
import type { Mistake, SourcedElsewhere } from '../../procedures/elsewhere/entry.ts'
import { isFlowName } from './forms.ts'

/** Longer than any field takes: what is beyond it is not read, and told to be too long all the same. */
const LONGEST = 20_000
const MOST_TRIED = 5

const text = z
  .string()
  .transform((typed) => cleanText(typed).text.slice(0, LONGEST))
  .catch('')
const line = text.transform((typed) => tidy(typed).replace(/\s+/g, ' '))
const several = z.union([z.array(line), line.transform((one) => [one])]).catch([])
const count = z.coerce.number().int().min(0).max(1_000_000).catch(0)

const form = z.object({
  ...{ id: line, name: line, where: line, phone: line, link: line, code: line, note: line, source: line },
  ...{ near: several, says: text, why: line, tries: text, revision: count, taught: line, meant: line },
})

/** What stands in the fields, ready to be shown again. */
export type EntryFields = z.infer<typeof form>

export const NO_FIELDS: EntryFields = form.parse({})

/** In the order of the form. */
export const LABELS = {
  name: 'Tên việc',
  where: 'Nơi làm',
  phone: 'Điện thoại',
  link: 'Đường dẫn',
  code: 'Mã thủ tục',
  note: 'Dặn thêm',
  near: 'Thủ tục gần nhất làm được ở đây',
  says: 'Câu người dân hay nói',
  source: 'Đọc thấy ở đâu',
  why: 'Vì sao thêm hoặc sửa',
} as const
type EntryField = keyof typeof LABELS
export const FIELDS = Object.keys(LABELS) as EntryField[]
export type EntryTroubles = Partial<Record<EntryField, string>>

export const fieldsOf = (entry: SourcedElsewhere, revision: number): EntryFields => ({
  ...NO_FIELDS,
  ...{ ...entry, near: [...entry.near], says: entry.says.join('\n'), revision },
})

export function parseEntryForm(body: unknown): EntryFields {
  const typed = form.parse(body ?? {})
  return { ...typed, id: isFlowName(typed.id) ? typed.id : '', near: typed.near.filter((flow) => flow !== '') }
}

const linesOf = (typed: string): { line: string; number: number }[] =>
  typed
    .split('\n')
    .map((it, i) => ({ line: tidy(it).replace(/\s+/g, ' '), number: i + 1 }))
    .filter((it) => it.line !== '')

export const triedIn = ({ tries }: EntryFields): string[] =>
  linesOf(tries)
    .slice(0, MOST_TRIED)
    .map((it) => beginningOf(it.line, 500))

export function entryIn(fields: EntryFields): TypedEntry {
  const { id, name, where, source, near, says, ...rest } = fields
  const told = (['code', 'phone', 'link', 'note'] as const).filter((field) => rest[field] !== '')
  return {
    ...{ id, name, where, source, near, says: linesOf(says).map((it) => it.line) },
    ...Object.fromEntries(told.map((field) => [field, rest[field]])),
  }
}

const SHORTEST_WHY = 5
const LONGEST_WHY = 200

export const whyTrouble = (why: string): string | undefined =>
  why.length < SHORTEST_WHY || why.length > LONGEST_WHY
    ? `Xin ghi vì sao trong một câu, nhiều nhất ${LONGEST_WHY} chữ. Ví dụ: Nhiều người hỏi mà máy chưa biết.`
    : undefined

/** What to change, field by field; a sentence is named by the line on which it was typed. */
export function troublesIn(fields: EntryFields, mistakes: readonly Mistake[]): EntryTroubles {
  const lines = linesOf(fields.says)
  const found: EntryTroubles = {}
  for (const { path, message } of mistakes) {
    const [named, n] = path
    const field = FIELDS.find((it) => it === named) ?? 'name'
    const at = field === 'says' && typeof n === 'number' ? lines[n] : undefined
    const said = at ? `Dòng ${at.number}: ${message}` : message
    found[field] = found[field] === undefined ? said : `${found[field]} ${said}`
  }
  const why = whyTrouble(fields.why)
  return { ...found, ...(why !== undefined && { why }) }
}
