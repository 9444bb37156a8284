import { z } from 'zod'
import { isDay, renderDay, type VietnamDay, WEEKDAYS } from '../../kernel/clock.ts'
import { withClosure, withHours, withReviewed, withSwap } from '../../province/calendar-edits.ts'
import type { CalendarsFile } from '../../province/province-format.ts'
import { readStretches } from './read-calendar.ts'
import { type RowTrouble, rowsIn, type TableFormat, type TableShape, writeTable } from './table-text.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const COLUMNS = ['kind', 'id', 'name', 'from', 'on', 'agencies', ...DAYS] as const
type Column = (typeof COLUMNS)[number]
type Row = Record<Column, string>

/**
 * One row a table of hours, a day off, a swapped day, or a year that was reviewed. `from`: the day on which it is so, or the year;
 * `on`: the day worked instead. `agencies`: codes parted by spaces; empty for the calendar of most, `-` for one that nobody keeps
 * who does not name it.
 */
const SHAPE: TableShape<Column> = { root: 'calendars', columns: COLUMNS, required: ['kind', 'name', 'from'] }

const NOBODY = '-'
const BLANK = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Row

const byDay = (a: { from: string }, b: { from: string }): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

function toRows({ calendars, closures, swaps, reviewed }: CalendarsFile): Row[] {
  return [
    ...calendars.flatMap(({ id, name, agencies, periods }) =>
      periods.toSorted(byDay).map(({ from, week }): Row => ({
        ...{ ...BLANK, kind: 'hours', id, name, from, agencies: agencies?.toSorted().join(' ') ?? '' },
        ...(agencies?.length === 0 && { agencies: NOBODY }),
        ...Object.fromEntries(
          DAYS.map((day, i) => [
            day,
            week
              .filter(({ days }) => days.includes(i + 1))
              .flatMap(({ hours }) => hours)
              .toSorted()
              .join(', '),
          ]),
        ),
      })),
    ),
    ...closures.map(({ day, name }) => ({ ...BLANK, kind: 'closure', name, from: day })).toSorted(byDay),
    ...swaps.map(({ off, on, name }) => ({ ...BLANK, kind: 'swap', name, from: off, on })).toSorted(byDay),
    ...reviewed.map(({ year, by }) => ({ ...BLANK, kind: 'reviewed', name: by, from: String(year) })).toSorted(byDay),
  ]
}

/** All there is, as a text that reads back to nothing changed. */
export const writeCalendars = (calendars: CalendarsFile, format: TableFormat): string =>
  writeTable(SHAPE, toRows(calendars), format)

type ReadCalendars =
  | { ok: true; calendars: CalendarsFile; changes: { is: 'new' | 'gone'; text: string }[] }
  | { ok: false; troubles: RowTrouble[] }

const text = z.string().trim()
const day = text.refine(isDay, 'ngày ghi như 2030-05-01')
const named = { name: text.min(3, 'tên từ 3 đến 300 chữ').max(300, 'tên từ 3 đến 300 chữ') }
const stretchesIn = (given: string): string[] => (readStretches(given) ?? []).toSorted()
const hours = text
  .refine((it) => readStretches(it) !== undefined, 'giờ ghi như 07:00-11:00, 13:00-17:00')
  .refine(
    (it) => stretchesIn(it).every((own, i, all) => i === 0 || (all[i - 1] ?? '').slice(6) <= own.slice(0, 5)),
    'các buổi chồng nhau',
  )
const row = z.discriminatedUnion(
  'kind',
  [
    z.object({
      ...{ kind: z.literal('hours'), ...named, from: day, agencies: text },
      id: text.regex(/^[a-z\d-]{1,60}$/, 'mã lịch chỉ gồm chữ thường, số và dấu -'),
      ...{ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
    }),
    z.object({ kind: z.literal('closure'), ...named, from: day }),
    z.object({ kind: z.literal('swap'), ...named, from: day, on: day }),
    z.object({ kind: z.literal('reviewed'), ...named, from: text.regex(/^20\d\d$/, 'năm ghi như 2030') }),
  ],
  'là một trong: hours, closure, swap, reviewed',
)
type ReadRow = z.infer<typeof row>

/**
 * The calendars that a text asks for instead of these, and what is other in them; or every mistake in it with its row. What has
 * passed is as it was: dates were counted by it.
 */
export function readCalendars(given: string, before: CalendarsFile, today: VietnamDay): ReadCalendars {
  const table = rowsIn(SHAPE, given)
  if (typeof table === 'string') return { ok: false, troubles: [{ row: 0, text: table }] }
  const troubles: RowTrouble[] = []
  const read = table.flatMap(({ row: line, cells }): ReadRow[] => {
    const result = row.safeParse(cells)
    if (result.success) return [result.data]
    for (const { path, message } of result.error.issues)
      troubles.push({ row: line, text: `${String(path[0])}: ${message}` })
    return []
  })
  if (troubles.length > 0) return { ok: false, troubles }
  const twice = doublesIn(
    read.map((it, i) => ({ ...it, line: table[i]?.row ?? 0 })),
    before,
  )
  if (twice.length > 0) return { ok: false, troubles: twice }
  const calendars = toCalendars(read, before)
  const [old, fresh] = [toRows(before), toRows(calendars)]
  const [gone, added] = [without(old, fresh), without(fresh, old)]
  const past = [...gone, ...added].filter(({ kind, from }) => kind !== 'reviewed' && from < today)
  // Only the name of a calendar may be another one.
  const unnamed = (rows: readonly Row[]) => rows.map((it) => (it.kind === 'hours' ? { ...it, name: '' } : it))
  const isTold = (one: Row) => unnamed(gone.includes(one) ? fresh : old).some((it) => isSame(it, unnamed([one])[0]))
  const late = past.filter((one) => one.kind !== 'hours' || !isTold(one))
  if (late.length > 0)
    return { ok: false, troubles: late.map((one) => ({ row: 0, text: `${PASSED}: ${renderRow(one)}.` })) }
  const said = (is: 'new' | 'gone') => (one: Row) => ({ is, text: renderRow(one) })
  const changes = [...gone.map(said('gone')), ...added.map(said('new'))]
  return { ok: true, calendars: changes.length === 0 ? before : calendars, changes }
}

const PASSED = 'Việc đã qua không đổi được, xin giữ nguyên dòng'

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const without = (rows: readonly Row[], others: readonly Row[]): Row[] =>
  rows.filter((one) => !others.some((it) => isSame(it, one)))

/** What rows of one calendar say against each other. Which agencies keep which is dated, so it is chosen on their pages. */
function doublesIn(read: readonly (ReadRow & { line: number })[], { calendars }: CalendarsFile): RowTrouble[] {
  return read.flatMap((it, i): RowTrouble[] => {
    if (it.kind !== 'hours') return []
    const say = (wrong: string): RowTrouble[] => [{ row: it.line, text: wrong }]
    if (DAYS.every((one) => it[one] === '')) return say('cần giờ của ít nhất một ngày, ví dụ mon: 07:00-11:00')
    const others = read.slice(0, i).filter((one) => one.kind === 'hours' && one.id === it.id)
    if (others.some(({ from }) => from === it.from)) return say(`${it.id} từ ${it.from} có hai dòng`)
    const isOther = others.some((one) => one.kind === 'hours' && (one.name !== it.name || one.agencies !== it.agencies))
    if (isOther) return say(`các dòng của lịch ${it.id} phải cùng tên và cùng cơ quan`)
    const isNew = !calendars.some(({ id }) => id === it.id)
    return isNew && it.agencies !== NOBODY
      ? say(`lịch mới: agencies ghi ${NOBODY}, rồi chọn lịch ở trang từng cơ quan`)
      : []
  })
}

function toCalendars(rows: readonly ReadRow[], { source, note }: CalendarsFile): CalendarsFile {
  const empty = { source, ...(note !== undefined && { note }), calendars: [], swaps: [], closures: [], reviewed: [] }
  const filled = rows.reduce<CalendarsFile>((file, it) => {
    switch (it.kind) {
      case 'hours':
        return withHours(file, { ...it, hours: DAYS.map((one) => stretchesIn(it[one])) })
      case 'closure':
        return withClosure(file, { day: it.from, name: it.name })
      case 'swap':
        return withSwap(file, { off: it.from, on: it.on, name: it.name })
      case 'reviewed':
        return withReviewed(file, { year: Number(it.from), by: it.name })
    }
  }, empty)
  const keeping = (id: string) => rows.find((it) => it.kind === 'hours' && it.id === id)
  return {
    ...filled,
    calendars: filled.calendars.map(({ agencies: _, ...calendar }) => {
      const told = keeping(calendar.id)
      const codes = told?.kind === 'hours' ? told.agencies : ''
      return { ...calendar, ...(codes !== '' && { agencies: codes === NOBODY ? [] : codes.split(/\s+/) }) }
    }),
  }
}

/** A row as a sentence of the look before it is recorded. */
function renderRow({ kind, name, from, on, id, agencies, ...rest }: Row): string {
  switch (kind) {
    case 'closure':
      return `nghỉ ${renderDay(from)}: ${name}`
    case 'swap':
      return `nghỉ ${renderDay(from)}, làm bù ${renderDay(on)}: ${name}`
    case 'reviewed':
      return `đã đối chiếu ngày nghỉ lễ năm ${from}: ${name}`
    default: {
      const kept = agencies === '' ? 'mọi cơ quan khác' : agencies === NOBODY ? 'cơ quan chọn lịch này' : agencies
      const week = DAYS.map((one, i) => `${WEEKDAYS[i] ?? ''} ${rest[one] === '' ? 'nghỉ' : rest[one]}`)
      return `${name} (${id}; ${kept}), từ ${renderDay(from)}: ${week.join('; ')}`
    }
  }
}
