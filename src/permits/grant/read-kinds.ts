import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { MOST_DAYS } from '../../conversation/checks/permit-period.ts'
import { createKinds, type PermitKinds } from './kinds.ts'

type ReadKinds = { ok: true; kinds: PermitKinds } | { ok: false; problems: string[] }

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'chỉ gồm chữ thường không dấu, số và dấu -')
const words = z.string().trim().min(1, 'không được để trống')
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^[0-9]+$/, 'là số nguyên')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `từ ${least} đến ${most}`)

/** What a permit is made of, and the answer each is taken from unless the kind says otherwise. */
const CLAIM_ANSWERS = [
  ...['applicant', 'citizenNumber', 'purpose', 'from', 'to', 'plate', 'validFrom', 'validUntil'],
  ...['hours', 'days', 'companions', 'permit'],
] as const

const kind = z.strictObject({
  id: slug,
  // The letters of the picture are capitals without their own limit, but the line has one.
  title: words.max(24, 'dài nhất 24 chữ'),
  name: words,
  legalBasis: words,
  contact: words.max(80, 'dài nhất 80 chữ').optional(),
  order: z.strictObject({ id: slug, title: words }),
  longestDays: whole(1, MOST_DAYS),
  mayBeExtended: z.enum(['yes', 'no'], { error: 'là yes hoặc no' }).transform((word) => word === 'yes'),
  remindBeforeHours: whole(1, 72),
  purposes: z.array(z.strictObject({ code: whole(1, 65_535), key: slug, label: words })).min(1),
  purpose: slug.optional(),
  answers: z.record(z.string(), z.string()).optional(),
})

const file = z.strictObject({ kinds: z.array(kind).min(1) })

/** Reads `flows/permits.yaml`. Every problem names its line, in the language of who writes the file. */
export function readKinds(text: string): ReadKinds {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true })
  const at = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return `dòng ${lines.linePos(node.range[0]).line}`
    }
    return 'dòng 1'
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ code, pos }) => {
      const twice = text.slice(pos[0]).split(/[:\n]/)[0]!.trim()
      const message = code === 'DUPLICATE_KEY' ? `mục “${twice}” có hai lần` : 'YAML không đọc được'
      return `permits.yaml dòng ${lines.linePos(pos[0]).line}: ${message}`
    })
    return { ok: false, problems }
  }
  const parsed = file.safeParse(document.toJS())
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(
        ({ path, message }) => `permits.yaml ${at(path)}: ${path.map(String).join('.')}: ${message}`,
      ),
    }
  const problems: string[] = []
  const wrong = (path: readonly PropertyKey[], message: string) => problems.push(`permits.yaml ${at(path)}: ${message}`)
  const ids = new Set<string>()
  const codes = new Set<number>()
  const orders = new Map<string, string>()
  const found = parsed.data.kinds.map(({ purpose, contact, answers = {}, ...each }, i) => {
    if (ids.has(each.id)) wrong(['kinds', i, 'id'], `loại “${each.id}” có hai lần`)
    ids.add(each.id)
    // Two kinds may depend on one order, which then has one name.
    const title = orders.get(each.order.id)
    if (title !== undefined && title !== each.order.title)
      wrong(['kinds', i, 'order', 'title'], `lệnh “${each.order.id}” đã có tên khác: “${title}”`)
    orders.set(each.order.id, title ?? each.order.title)
    const keys = new Set<string>()
    each.purposes.forEach(({ code, key }, j) => {
      if (codes.has(code)) wrong(['kinds', i, 'purposes', j], `mã mục đích ${code} đã dùng`)
      if (keys.has(key)) wrong(['kinds', i, 'purposes', j, 'key'], `mục đích “${key}” có hai lần`)
      codes.add(code)
      keys.add(key)
    })
    if (purpose !== undefined && !each.purposes.some(({ key }) => key === purpose))
      wrong(['kinds', i, 'purpose'], `không có mục đích “${purpose}”`)
    for (const claim of Object.keys(answers))
      if (!CLAIM_ANSWERS.some((known) => known === claim)) wrong(['kinds', i, 'answers'], `không có mục “${claim}”`)
    return { ...each, answers, ...(purpose !== undefined && { purpose }), ...(contact !== undefined && { contact }) }
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, kinds: createKinds(found) }
}
