import { z } from 'zod'
import type { Elsewhere } from '../conversation/flow/elsewhere.ts'
import { flowName } from '../conversation/flow/names.ts'
import { type Finding, inOrder, type Path } from './finding.ts'
import { LIMITS } from './limits.ts'
import { readYaml } from './read-yaml.ts'

type ElsewhereRead = { ok: true; entries: Elsewhere[] } | { ok: false; findings: Finding[] }

/** Fewer do not tell a matter from its neighbours. */
const LEAST_SAYS = 5

const words = z.string().trim().min(1, 'không được để trống').max(500, 'dài nhất 500 chữ')

const entry = z.strictObject({
  id: flowName,
  name: words.max(60, 'dài nhất 60 chữ, để vừa một nút'),
  code: z
    .string()
    .regex(/^\d\.\d{6}$/, 'có dạng 2.000635')
    .optional(),
  where: words,
  phone: z
    .string()
    .regex(/^[0-9][0-9 .]{1,14}$/, 'chỉ gồm chữ số và dấu cách')
    .optional(),
  link: z.url('là một địa chỉ web, bắt đầu bằng https://').optional(),
  note: words.optional(),
  source: words.max(120, 'dài nhất 120 chữ'),
  near: z.array(flowName).max(3, 'nhiều nhất 3 thủ tục').optional(),
  says: z.array(words).min(LEAST_SAYS, `cần ít nhất ${LEAST_SAYS} câu người dân hay nói`),
})

/** What everybody knows stands in no source, and so may name no number. */
const COMMON = 'chung'

const file = z.strictObject({ entries: z.array(entry).min(1, 'cần ít nhất một việc') })

/** Reads `flows/elsewhere.yaml`. `flows`: names that `near` may mention and that no entry may take. All mistakes at once. */
export function readElsewhere(text: string, flows: readonly string[]): ElsewhereRead {
  const read = readYaml(text, LIMITS.flow)
  if (!read.ok) return read
  const { document, placeOf } = read.yaml
  const findings: Finding[] = []
  const wrong = (path: Path, message: string): void => {
    findings.push({ rule: 'elsewhere', message, ...placeOf(path) })
  }
  const parsed = file.safeParse(document.toJS() ?? {})
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const place = path.filter((part): part is string | number => typeof part !== 'symbol')
      wrong(place, `${place.filter((part) => typeof part === 'string').join('.')}: ${message}.`)
    }
    return { ok: false, findings: inOrder(findings) }
  }
  const taken = new Set(flows)
  const said = new Map<string, string>()
  const entries = parsed.data.entries.map(({ code, phone, link, note, source, near = [], ...rest }, i): Elsewhere => {
    const at = (...path: (string | number)[]): Path => ['entries', i, ...path]
    if (taken.has(rest.id)) wrong(at('id'), `Đã có việc hoặc thủ tục tên “${rest.id}”.`)
    taken.add(rest.id)
    if (source === COMMON && [code, phone, link].some((told) => told !== undefined))
      wrong(at('source'), `Mã, số điện thoại, đường dẫn phải có nguồn: ghi nơi đã đọc thấy thay cho “${COMMON}”.`)
    if (source === COMMON && /\d/.test(`${rest.where} ${note ?? ''}`))
      wrong(at('source'), `Con số ở where, note phải có nguồn: ghi nơi đã đọc thấy thay cho “${COMMON}”.`)
    near.forEach((flow, n) => {
      if (!flows.includes(flow)) wrong(at('near', n), `Không có thủ tục “${flow}”.`)
    })
    rest.says.forEach((sentence, n) => {
      const other = said.get(sentence)
      if (other !== undefined) wrong(at('says', n), `Câu “${sentence}” đã có ở “${other}”.`)
      said.set(sentence, rest.name)
    })
    const optional = Object.entries({ code, phone, link, note }).filter(([, value]) => value !== undefined)
    return { ...rest, near, ...Object.fromEntries(optional) }
  })
  return findings.length > 0 ? { ok: false, findings: inOrder(findings) } : { ok: true, entries }
}
