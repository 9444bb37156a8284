import { z } from 'zod'
import { type Agency, LEVELS } from '../../dossiers/agencies.ts'
import { daysAfter, renderDay, type VietnamDay } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { communes } from '../../province/areas.ts'
import { readDay } from '../people/read-day.ts'

const word = z.string().max(300).catch('')
const form = z.object({
  ...{ code: word, name: word, level: word, area: word, parent: word, telephone: word, place: word, calendar: word },
  all: word,
  flows: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(word).max(200)).catch([]),
  ...{ since: word, why: word, successor: word },
  seen: z.coerce.number().int().min(0).catch(0),
})

/** What stands in the form, also where it makes no agency. */
export type AgencyForm = z.infer<typeof form>

export function parseAgencyForm(body: unknown): AgencyForm {
  const read = form.parse(body ?? {})
  return { ...read, ...{ code: tidy(read.code).toUpperCase(), name: tidy(read.name), why: tidy(read.why) } }
}

/** A form that shows an agency as it stands. */
export const formOf = (agency: Agency, since: VietnamDay, seen: number): AgencyForm => ({
  ...{ code: agency.code, name: agency.name, level: agency.level, area: String(agency.area ?? '') },
  ...{ parent: agency.parent ?? '', telephone: agency.telephone ?? '', place: agency.place ?? '' },
  ...{ calendar: agency.calendar ?? '', all: agency.competentFor ? '' : 'on', flows: [...(agency.competentFor ?? [])] },
  ...{ successor: '', since, why: '', seen },
})

export type AgencyTroubles = Partial<Record<keyof AgencyForm, string>>

interface Known {
  today: VietnamDay
  calendars: readonly string[]
  flows: readonly string[]
}

/** How far ahead a change may be planned. */
const LONGEST = 3_660

/** The day and the reason of a change, or what is wrong with them. */
export function readOccasion({ since, why }: AgencyForm, from: VietnamDay, today: VietnamDay): AgencyTroubles {
  const day = readDay(since)
  const last = daysAfter(today, LONGEST)
  return {
    ...((day === undefined || day < from || day > last) && {
      since: `Xin chọn một ngày từ ${renderDay(from)} đến ${renderDay(last)}.`,
    }),
    ...((why.length < 5 || why.length > 300) && {
      why: 'Xin ghi lý do từ 5 đến 300 chữ. Ví dụ: Quyết định 123/QĐ-UBND ngày 02/05/2030.',
    }),
  }
}

/** The entry that a form describes, and what is wrong with it field by field. */
export function readAgency(
  typed: AgencyForm,
  before: Pick<Agency, 'code' | 'validFrom'> & Partial<Agency>,
  { calendars, flows }: Known,
): { entry: Agency; troubles: AgencyTroubles } {
  const { name, area: number, parent, telephone, place, calendar } = typed
  const level = LEVELS.find((it) => it === typed.level)
  const area = number === '' ? undefined : Number(number)
  const chosen = flows.filter((flow) => typed.flows.includes(flow))
  const entry: Agency = {
    ...{ code: before.code, name, level: level ?? 'commune' },
    ...(area !== undefined && { area }),
    ...(parent !== '' && { parent }),
    validFrom: before.validFrom,
    ...(before.validTo !== undefined && { validTo: before.validTo }),
    ...(before.successor !== undefined && { successor: before.successor }),
    ...(telephone.trim() !== '' && { telephone: tidy(telephone) }),
    ...(place.trim() !== '' && { place: tidy(place) }),
    ...(calendar !== '' && { calendar }),
    ...(typed.all === '' && { competentFor: chosen }),
  }
  const troubles: AgencyTroubles = {
    ...((name.length < 3 || name.length > 120) && { name: 'Xin ghi tên từ 3 đến 120 chữ. Ví dụ: UBND xã Đất Mũi.' }),
    ...(!level && { level: 'Xin chọn một cấp.' }),
    ...(area !== undefined && !communes.some(({ code }) => code === area) && { area: 'Xin chọn trong danh sách.' }),
    ...(!isTelephone(entry.telephone) && { telephone: TELEPHONE }),
    ...((entry.place?.length ?? 0) > 200 && { place: 'Địa chỉ dài nhất 200 chữ. Ví dụ: Số 1 Phan Ngọc Hiển, khóm 3.' }),
    ...(calendar !== '' && !calendars.includes(calendar) && { calendar: 'Xin chọn một lịch trong danh sách.' }),
    ...(typed.all === '' && chosen.length === 0 && { flows: 'Xin chọn ít nhất một thủ tục, hoặc chọn mọi thủ tục.' }),
  }
  return { entry, troubles }
}

export const TELEPHONE = 'Xin ghi số điện thoại từ 8 đến 15 chữ số. Ví dụ: 0290 3 831 111.'

export const isTelephone = (telephone: string | undefined): boolean =>
  telephone === undefined ||
  (/^[+\d][\d .()-]{5,24}$/.test(telephone) && /^\d{8,15}$/.test(telephone.replace(/\D/g, '')))

/** Of a new agency: its code too. */
export const codeTrouble = (code: string, known: ReadonlySet<string>): string | undefined =>
  !/^[A-Z]\d{2}(\.\d{2,3}){0,4}$/.test(code)
    ? 'Mã gồm một chữ, hai số, rồi các nhóm số sau dấu chấm. Ví dụ: H12.99.065.'
    : known.has(code)
      ? 'Mã này đã có. Mã không bao giờ dùng lại cho cơ quan khác.'
      : undefined
