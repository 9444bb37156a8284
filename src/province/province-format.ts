import { z } from 'zod'

/** A part with these keys and no others. */
const entry = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys' ? `không có mục ${keys?.join(', ')}` : 'thiếu, hoặc không phải là một mục { … }',
  })

const text = z.string('thiếu, hoặc không phải là chữ').trim().min(1, 'không được để trống')
const named = { name: text }
const whole = (least: number, most: number) =>
  z.int('thiếu, hoặc không phải là số nguyên').min(least, `từ ${least} trở lên`).max(most, `nhiều nhất ${most}`)
const sourced = { source: text, note: text.optional() }
const list = <T extends z.ZodType>(item: T) => z.array(item, 'thiếu danh sách').min(1, 'không được để trống')
/** WGS84, within Vietnam. */
const spot = { latitude: z.number().min(8).max(24), longitude: z.number().min(102).max(110) }
const samples = entry({ good: list(z.string()), bad: list(z.string()) })

/** `communes.json`: the province's own communes and wards, each with a point in its midst. A code stands in signed permits and never changes its meaning. */
export const communesFile = entry({
  ...sourced,
  communes: list(
    entry({ code: whole(1, 999), kind: z.enum(['ward', 'commune'], 'là ward hoặc commune'), ...named, ...spot }),
  ),
})

/** `other-provinces.json`: a permit writes 1000 and the statistics code. */
export const otherProvincesFile = entry({
  ...sourced,
  provinces: list(entry({ code: whole(1, 99), ...named })),
})

const moved = entry({ ...named, now: list(text) })

/**
 * `old-units.json`: names that ended and are still typed, with the present names of the two files above. A commune says of
 * which former district it was: their names come back. A landmark is no unit, and only ever proposed.
 */
export const oldUnitsFile = entry({
  ...sourced,
  districts: z.array(moved),
  communes: z.array(entry({ ...named, of: text, now: list(text) })),
  provinces: z.array(entry({ ...named, now: text })),
  landmarks: z.array(moved),
})

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'là tháng-ngày, ví dụ 04-30')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'là giờ, ví dụ 07:30')
const years = { since: whole(1900, 2199).optional(), until: whole(1900, 2199).optional() }
const around = { from: whole(-10, 0).optional(), to: whole(0, 10).optional() }

/** `days-off.json`: in this order a day that falls on a weekend looks for the next free one. */
export const daysOffFile = entry({
  ...sourced,
  days: list(
    z.union(
      [entry({ solar: monthAndDay, ...named, ...years }), entry({ lunar: monthAndDay, ...named, ...years, ...around })],
      'cần name và một trong hai: solar hoặc lunar, ví dụ { "solar": "04-30", "name": "ngày Chiến thắng 30/4" }',
    ),
  ),
})

const stretch = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'là hai giờ, ví dụ 07:00-11:00')
  .refine((it) => it.slice(0, 5) < it.slice(6), 'giờ sau phải muộn hơn giờ trước')
const stretches = list(stretch).refine(
  (hours) => hours.every((it, i) => i === 0 || (hours[i - 1] ?? '').slice(6) <= it.slice(0, 5)),
  'các buổi phải theo thứ tự và không chồng nhau',
)
const calendarDay = z.iso.date('là ngày, ví dụ 2026-01-02')

const calendar = entry({
  id: text,
  ...named,
  /** Codes of the agencies that keep it, besides those that name it themselves; absent for all the others. */
  agencies: z.array(text, 'là danh sách mã cơ quan').optional(),
  periods: list(entry({ from: calendarDay, week: list(entry({ days: list(whole(1, 7)), hours: stretches })) })),
})

/** `calendars.json`: when agencies work. Each period holds from its day until the next one begins. */
export const calendarsFile = entry({
  ...sourced,
  calendars: list(calendar),
  swaps: z.array(entry({ off: calendarDay, on: calendarDay, ...named })),
  closures: z.array(entry({ day: calendarDay, ...named })),
  reviewed: list(entry({ year: whole(2000, 2199), by: text })),
}).superRefine(({ calendars }, { addIssue }) => {
  const keepers = calendars.flatMap(({ agencies }) => agencies ?? [''])
  const twice = keepers.find((it, i) => keepers.indexOf(it) !== i)
  if (twice !== undefined)
    addIssue(twice === '' ? 'chỉ một lịch được để trống agencies' : `cơ quan ${twice} có hai lịch`)
  if (!keepers.includes('')) addIssue('cần một lịch không có agencies, cho các cơ quan khác')
})

const agencyCode = z.string().regex(/^[A-Z]\d{2}(\.\d{2,3})*$/, 'là mã cơ quan, ví dụ H12.99')

/** `province.json`: what the province is called, who receives its dossiers, when and how its desks are reached, and examples that its people know. */
export const provinceFile = entry({
  ...named,
  titled: text,
  mergedFrom: list(text),
  since: z.iso.date('là ngày, ví dụ 2025-07-01'),
  /** Codes on receipts from before, with all that lie beneath them. */
  former: z.array(entry({ code: agencyCode, ...named, from: calendarDay, until: calendarDay, note: text.optional() })),
  centre: entry({
    code: agencyCode,
    ...named,
    place: entry(spot),
    note: text.optional(),
  }),
  desk: entry({ opens: clock, closes: clock, said: text, telephone: text, note: text.optional() }),
  examples: entry({ commune: text, ward: text, elsewhere: text, home: text, spot: text }),
  samples: entry({ area: samples, commune: samples }),
  places: list(entry({ ...named, ...spot })),
})

export type CommunesFile = z.infer<typeof communesFile>
export type OtherProvincesFile = z.infer<typeof otherProvincesFile>
export type OldUnitsFile = z.infer<typeof oldUnitsFile>
export type DaysOffFile = z.infer<typeof daysOffFile>
export type CalendarsFile = z.infer<typeof calendarsFile>
export type ProvinceFile = z.infer<typeof provinceFile>
