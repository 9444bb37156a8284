import { z } from 'zod'
import { renderDay, type VietnamDay, WEEKDAYS } from '../../kernel/clock.ts'
import { fold, tidy } from '../../kernel/text.ts'
import { withClosure, withHours, without, withReviewed, withSwap } from '../../province/calendar-edits.ts'
import type { CalendarsFile } from '../../province/province-format.ts'
import { readDay } from '../people/read-day.ts'

export const DEEDS = ['closure', 'swap', 'reviewed', 'hours', 'remove'] as const
export type CalendarDeed = (typeof DEEDS)[number]

const word = z.string().max(300).catch('')
const form = z.object({
  ...{ day: word, off: word, on: word, name: word, year: word, id: word, from: word, why: word },
  hours: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(word).max(7)).catch([]),
  seen: z.coerce.number().int().min(0).catch(0),
})

/** What stands in a form of the calendars, also where it says nothing. */
export type CalendarForm = z.infer<typeof form>

export const parseCalendarForm = (body: unknown): CalendarForm => form.parse(body ?? {})

export type CalendarTroubles = Partial<Record<keyof CalendarForm, string>>

type Edit = (calendars: CalendarsFile) => CalendarsFile
type Read = { ok: true; edit: Edit; why: string } | { ok: false; troubles: CalendarTroubles }

const NAME = 'Xin ghi từ 3 đến 120 chữ. Ví dụ: Nghỉ tránh bão số 9.'
const DAY = 'Xin chọn một ngày từ hôm nay trở đi.'

const isNamed = (text: string): boolean => text.length >= 3 && text.length <= 120

/** What a form asks for, or what is wrong with it field by field. What has passed is not counted anew, so it is not changed. */
export function readCalendarForm(deed: CalendarDeed, typed: CalendarForm, today: VietnamDay): Read {
  const name = tidy(typed.name)
  const future = (text: string): VietnamDay | undefined => {
    const day = readDay(text)
    return day !== undefined && day >= today ? day : undefined
  }
  switch (deed) {
    case 'closure': {
      const day = future(typed.day)
      if (day === undefined || !isNamed(name))
        return refused({ day: day ? undefined : DAY, name: isNamed(name) ? undefined : NAME })
      return { ok: true, edit: (it) => withClosure(it, { day, name }), why: `Nghỉ ngày ${renderDay(day)}: ${name}` }
    }
    case 'swap': {
      const [off, on] = [future(typed.off), future(typed.on)]
      if (off === undefined || on === undefined || !isNamed(name))
        return refused({ off: off ? undefined : DAY, on: on ? undefined : DAY, name: isNamed(name) ? undefined : NAME })
      const why = `Nghỉ ${renderDay(off)}, làm bù ${renderDay(on)}: ${name}`
      return { ok: true, edit: (it) => withSwap(it, { off, on, name }), why }
    }
    case 'reviewed': {
      const year = Number(typed.year)
      const isNear = Number.isInteger(year) && Math.abs(year - Number(today.slice(0, 4))) <= 2
      if (!isNear || !isNamed(name))
        return refused({
          year: isNear ? undefined : 'Xin chọn một năm gần đây.',
          name: isNamed(name) ? undefined : SOURCE,
        })
      return { ok: true, edit: (it) => withReviewed(it, { year, by: name }), why: `Đã đối chiếu năm ${year}: ${name}` }
    }
    case 'hours':
      return readHours(typed, name, future(typed.from))
    case 'remove': {
      const day = future(typed.day)
      if (day === undefined) return refused({ day: DAY })
      return { ok: true, edit: (it) => without(it, day), why: `Bỏ ngày ${renderDay(day)}` }
    }
  }
}

const SOURCE = 'Xin ghi văn bản đã đối chiếu, từ 3 đến 120 chữ. Ví dụ: Thông báo 45/TB-BNV ngày 10/10/2029.'

function readHours(typed: CalendarForm, name: string, from: VietnamDay | undefined): Read {
  const why = tidy(typed.why)
  const hours = WEEKDAYS.map((_, i) => readStretches(typed.hours[i] ?? ''))
  const wrong = WEEKDAYS.filter((_, i) => hours[i] === undefined)
  const twice = WEEKDAYS.filter((_, i) => overlap(hours[i] ?? []))
  const id =
    typed.id === ''
      ? fold(name)
          .replaceAll(/[^a-z\d]+/g, '-')
          .replaceAll(/^-|-$/g, '')
      : typed.id
  const troubles: CalendarTroubles = {
    ...(from === undefined && { from: DAY }),
    ...(wrong.length > 0 && {
      hours: `Giờ của ${wrong.join(', ')} chưa đúng. Ví dụ: 07:00-11:00, 13:00-17:00; để trống nếu nghỉ.`,
    }),
    ...(twice.length > 0 && { hours: `${twice.join(', ')}: các buổi chồng nhau. Ví dụ: 07:00-11:00, 13:00-17:00.` }),
    ...(hours.every((it) => it?.length === 0) && {
      hours: 'Xin ghi giờ của ít nhất một ngày. Ví dụ: 07:00-11:00, 13:00-17:00.',
    }),
    ...((id === '' || (typed.id === '' && !isNamed(name))) && {
      name: 'Xin đặt tên cho lịch mới, ví dụ: Giờ của công an xã.',
    }),
    ...((why.length < 5 || why.length > 300) && {
      why: 'Xin ghi lý do từ 5 đến 300 chữ. Ví dụ: Quyết định 123/QĐ-UBND.',
    }),
  }
  if (from === undefined || Object.keys(troubles).length > 0) return { ok: false, troubles }
  return { ok: true, edit: (it) => withHours(it, { id, name, from, hours: hours.map((own) => own ?? []) }), why }
}

/** `7:00-11:00, 13h-17h30`; nothing where it reads as no hours. */
export function readStretches(text: string): string[] | undefined {
  const parts = text
    .split(/[,;]|\bvà\b/)
    .map((it) => it.trim())
    .filter((it) => it !== '' && it !== 'nghỉ')
  const read = parts.map((part) => {
    const [from, to, more] = part.split(/\s*[-–]\s*/).map(readTime)
    return from !== undefined && to !== undefined && more === undefined && from < to && part.split(/[-–]/).length === 2
      ? `${from}-${to}`
      : undefined
  })
  return read.includes(undefined) ? undefined : read.flatMap((it) => it ?? [])
}

/** Whether one begins before the one before it has ended. */
const overlap = (stretches: readonly string[]): boolean =>
  stretches.some((it, i) => i > 0 && it.slice(0, 5) < (stretches[i - 1] ?? '').slice(6))

function readTime(text: string): string | undefined {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:\s*(?:[:hg.]|giờ)\s*(\d{1,2})?)?$/i.exec(text.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

const refused = (troubles: Partial<Record<keyof CalendarForm, string | undefined>>): Read => ({
  ok: false,
  troubles: Object.fromEntries(Object.entries(troubles).filter(([, text]) => text !== undefined)),
})
