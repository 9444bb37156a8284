import { z } from 'zod'
import type { Elsewhere } from '../../conversation/flow/elsewhere.ts'
import { flowName } from '../../conversation/flow/names.ts'
import { fold } from '../../kernel/text.ts'
import type { Path } from '../finding.ts'

/** An entry as it is written, with where it was read. */
export interface SourcedElsewhere extends Elsewhere {
  source: string
}

/** Something to mend in an entry; `path` begins with the name of its field. */
export interface Mistake {
  path: Path
  message: string
}

/** Fewer do not tell a matter from its neighbours. */
const LEAST_SAYS = 5
/** Half as many again as the longest entry has. */
const MOST_SAYS = 60
const MOST_NEAR = 3

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'không được để trống')
    .max(most, `dài nhất ${most} chữ`)
    .refine((text) => !/[<>]/.test(text), 'không dùng dấu < và >: người dân đọc nguyên như vậy')

/** On the web, encrypted, of a server by name: what runs in the browser or names whoever signs in is no link for citizens. */
const isSafeLink = (link: string): boolean =>
  /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#]|$)/i.test(link) &&
  !/[\s<>"'@\\]/.test(link) &&
  URL.canParse(link)

/** What each field takes. */
export const entryShape = z.strictObject({
  id: flowName,
  name: words(60).refine((name) => /\p{L}{2}/u.test(name), 'cần có chữ cái'),
  code: z
    .string()
    .regex(/^\d\.\d{6}$/, 'có dạng 2.000635')
    .optional(),
  where: words(500),
  phone: z
    .string()
    .regex(/^[0-9][0-9 .]{1,14}$/, 'chỉ gồm chữ số và dấu cách, ví dụ 1900 0000')
    .optional(),
  link: z
    .string()
    .max(200, 'dài nhất 200 chữ')
    .refine(isSafeLink, 'là một địa chỉ web bắt đầu bằng https://, ví dụ https://dichvucong.gov.vn')
    .optional(),
  note: words(500).optional(),
  source: words(120),
  near: z.array(flowName).max(MOST_NEAR, `nhiều nhất ${MOST_NEAR} thủ tục`).optional(),
  says: z
    .array(words(120))
    .min(LEAST_SAYS, `cần ít nhất ${LEAST_SAYS} câu người dân hay nói`)
    .max(MOST_SAYS, `nhiều nhất ${MOST_SAYS} câu`),
})

type EntryShape = z.infer<typeof entryShape>

/** What everybody knows stands in no source, and so may name no number. */
const COMMON = 'chung'

/** What an entry is among. */
export interface Neighbours {
  /** Names that `near` may mention. */
  flows: readonly string[]
  /** Names that no entry may take. */
  taken: ReadonlySet<string>
  /** Whose sentence it is already, by the folded sentence. */
  owners: ReadonlyMap<string, string>
}

/** What is wrong with an entry whose fields are right one by one. */
export function mistakesAmong(entry: EntryShape, { flows, taken, owners }: Neighbours): Mistake[] {
  const { code, phone, link, note = '', source, where, near = [], says, id } = entry
  const isCommon = source === COMMON
  const untold = 'phải có nguồn: ghi nơi đã đọc thấy thay cho “chung”.'
  const told = [code, phone, link].some((it) => it !== undefined)
  return [
    ...(taken.has(id) ? [{ path: ['id'], message: `Đã có việc hoặc thủ tục tên “${id}”.` }] : []),
    ...(isCommon && told ? [{ path: ['source'], message: `Mã, số điện thoại, đường dẫn ${untold}` }] : []),
    ...(isCommon && /\d/.test(`${where} ${note}`)
      ? [{ path: ['source'], message: `Con số ở nơi làm, ghi chú (where, note) ${untold}` }]
      : []),
    ...near.flatMap((flow, n) =>
      flows.includes(flow) ? [] : [{ path: ['near', n], message: `Không có thủ tục “${flow}”.` }],
    ),
    ...says.flatMap((sentence, n) => {
      const owner = owners.get(fold(sentence)) ?? (says.indexOf(sentence) < n ? 'chính việc này' : undefined)
      return owner === undefined
        ? []
        : [{ path: ['says', n], message: `Câu “${sentence}” đã có ở “${owner}”: mỗi câu chỉ dạy một việc.` }]
    }),
  ]
}

/** The entry without fields that say nothing. */
export function entryOf({ code, phone, link, note, near = [], ...rest }: EntryShape): SourcedElsewhere {
  const told = Object.entries({ code, phone, link, note }).filter(([, value]) => value !== undefined)
  return { ...rest, near, ...Object.fromEntries(told) }
}
