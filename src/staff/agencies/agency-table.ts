import { z } from 'zod'
import type { KnownAgencies } from '../../casework/agency-book.ts'
import { type Agency, LEVELS } from '../../dossiers/agencies.ts'
import { type AgencyChange, changedFields } from '../../dossiers/agency-changes.ts'
import { standing } from '../../dossiers/agency-days.ts'
import { isDay } from '../../kernel/clock.ts'
import { isFormula } from './csv.ts'
import { isTelephone, TELEPHONE } from './read-agency.ts'
import { type RowTrouble, rowsIn, type TableFormat, type TableShape, writeTable } from './table-text.ts'

/** One row an agency and the day from which it is so. `competentFor`: procedures parted by spaces; all of its level where empty. */
const COLUMNS = [
  ...(['code', 'since', 'name', 'level', 'area', 'parent', 'validFrom', 'validTo'] as const),
  ...(['successor', 'telephone', 'place', 'calendar', 'competentFor', 'why'] as const),
] as const

type Row = Record<(typeof COLUMNS)[number], string>

const SHAPE: TableShape<(typeof COLUMNS)[number]> = {
  ...{ root: 'agencies', columns: COLUMNS, required: ['code', 'since', 'name', 'level', 'validFrom'] },
}

/** All that holds of agencies from whichever day, by code and day. */
function holding({ seeds, versions }: KnownAgencies): AgencyChange[] {
  const told = standing(versions)
  const isTold = (code: string, day: string) => told.some((it) => it.code === code && it.since === day)
  const seeded = seeds
    .filter(({ code, validFrom }) => !isTold(code, validFrom))
    .map((entry): AgencyChange => ({ code: entry.code, since: entry.validFrom, entry, why: '' }))
  return [...seeded, ...told].toSorted((a, b) => (`${a.code} ${a.since}` < `${b.code} ${b.since}` ? -1 : 1))
}

const toRow = ({ code, since, entry, why }: AgencyChange): Row => ({
  ...{ code, since, name: entry.name, level: entry.level, area: String(entry.area ?? ''), parent: entry.parent ?? '' },
  ...{ validFrom: entry.validFrom, validTo: entry.validTo ?? '', successor: entry.successor ?? '' },
  ...{ telephone: entry.telephone ?? '', place: entry.place ?? '', calendar: entry.calendar ?? '' },
  ...{ competentFor: entry.competentFor?.join(' ') ?? '', why },
})

/** Everything there is, as a text that reads back to nothing changed. */
export const writeAgencies = (known: KnownAgencies, format: TableFormat): string =>
  writeTable(SHAPE, holding(known).map(toRow), format)

/** `kept`: agencies that the text does not name. */
type ReadTable = { ok: true; changes: AgencyChange[]; kept: number } | { ok: false; troubles: RowTrouble[] }

/** Also of the last century, in which some began. */
const day = z.string().refine((it) => isDay(it.replace(/^19/, '20')), 'ngày ghi như 2030-05-01')
const text = z.string().trim()
const row = z.object({
  code: text.regex(/^[A-Z]\d{2}(\.\d{2,3}){0,4}$/, 'mã ghi như H12.99.065'),
  since: day,
  name: text.min(3, 'tên từ 3 đến 120 chữ').max(120, 'tên từ 3 đến 120 chữ'),
  level: z.enum(LEVELS, `là một trong: ${LEVELS.join(', ')}`),
  area: text.regex(/^\d{0,3}$/, 'mã địa bàn là số'),
  parent: text,
  validFrom: day,
  validTo: text.refine((it) => it === '' || day.safeParse(it).success, 'ngày ghi như 2030-05-01'),
  successor: text,
  telephone: text.refine((it) => it === '' || isTelephone(it), TELEPHONE),
  place: text.max(200, 'dài nhất 200 chữ'),
  calendar: text,
  competentFor: text,
  why: text.max(300, 'dài nhất 300 chữ'),
})

/** The changes that a text asks for beside what is known, or every mistake in it with its row. Nothing is half read. */
export function readAgencies(
  given: string,
  known: KnownAgencies,
  names: { calendars: readonly string[]; flows: readonly string[] },
): ReadTable {
  const table = rowsIn(SHAPE, given)
  if (typeof table === 'string') return { ok: false, troubles: [{ row: 0, text: table }] }
  const troubles: RowTrouble[] = []
  const held = new Map(holding(known).map((it) => [`${it.code} ${it.since}`, it.entry]))
  const seen = new Set<string>()
  const changes = table.flatMap(({ row: line, cells }): AgencyChange[] => {
    const say = (wrong: string) => void troubles.push({ row: line, text: wrong })
    const read = row.safeParse(cells)
    if (!read.success) {
      for (const { path, message } of read.error.issues) say(`${String(path[0])}: ${message}`)
      return []
    }
    const { code, since, why } = read.data
    const entry = toEntry(read.data)
    const key = `${code} ${since}`
    if (seen.has(key)) say(`${code} từ ${since} có hai dòng`)
    seen.add(key)
    if (entry.calendar !== undefined && !names.calendars.includes(entry.calendar))
      say(`không có lịch “${entry.calendar}”`)
    const unknown = entry.competentFor?.find((flow) => !names.flows.includes(flow))
    if (unknown !== undefined) say(`không có thủ tục “${unknown}”`)
    const before = held.get(key)
    if (before && changedFields(before, entry).length === 0) return []
    if (isFormula(entry.name))
      say(`name: tên không bắt đầu bằng ${entry.name[0] ?? ''}, vì bảng tính đọc thành công thức`)
    if (why.length < 5) say('why: dòng thay đổi cần lý do từ 5 chữ, ví dụ Quyết định 12/QĐ-UBND')
    return [{ code, since, entry, why }]
  })
  if (troubles.length > 0) return { ok: false, troubles }
  const named = new Set(table.map(({ cells }) => cells.code.trim()))
  const kept = new Set(holding(known).flatMap(({ code }) => (named.has(code) ? [] : [code]))).size
  return { ok: true, changes, kept }
}

function toEntry({
  code,
  area,
  since: _,
  why: __,
  competentFor,
  level,
  name,
  validFrom,
  ...rest
}: z.infer<typeof row>): Agency {
  const told = Object.entries(rest).filter(([, value]) => value !== '')
  const flows = competentFor.split(/\s+/).filter((it) => it !== '')
  return {
    ...{ code, name, level, validFrom },
    ...(area !== '' && { area: Number(area) }),
    ...Object.fromEntries(told),
    ...(flows.length > 0 && { competentFor: flows }),
  }
}
