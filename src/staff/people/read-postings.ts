import { z } from 'zod'
import type { Agency } from '../../dossiers/agencies.ts'
import { holdsOn, type Posting, ROLE_NAMES, ROLES } from '../../dossiers/postings.ts'
import { daysAfter, renderDay, type VietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import { type Administrator, mayHandOut } from './may-administer.ts'
import { readDay } from './read-day.ts'

const word = z.string().max(200).catch('')
/** What stands in the form, also when it makes no posting. `agency` is '' for the whole province. */
const form = z.object({
  roles: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(word).max(20)).catch([]),
  agency: word,
  since: word,
  until: word,
})
export type PostingForm = z.infer<typeof form>

export const parsePostingForm = (body: unknown): PostingForm => form.parse(body ?? {})

export type PostingTroubles = Partial<Record<keyof PostingForm, string>>

interface Circumstances {
  by: Administrator
  to: { id: StaffId; postings: readonly Posting[] }
  agencies: readonly Agency[]
  today: VietnamDay
}

/** How far ahead a posting may begin or end. */
const LONGEST = 3_660

/** The postings of a form, or what to change in it, field by field. Only from today on: the past is not written anew. */
export function readPostings(
  { roles, agency: code, since: from, until: to }: PostingForm,
  { by, to: whom, agencies, today }: Circumstances,
): { ok: true; postings: Posting[] } | { ok: false; troubles: PostingTroubles } {
  const given = ROLES.filter((role) => roles.includes(role))
  const since = readDay(from)
  const until = to === '' ? undefined : readDay(to)
  const agency = agencies.find((it) => it.code === code)
  const postings = given.map((role): Posting => ({
    ...{ role, since: since ?? today },
    ...(code !== '' && { agency: code }),
    ...(until !== undefined && { until }),
  }))
  const barred = postings.map((it) => mayHandOut(by, whom.id, it)).find((it) => !it.may)
  const held = postings.find((it) => whom.postings.some((other) => isTwice(it, other)))
  const troubles: PostingTroubles = {
    ...((given.length === 0 || given.length < new Set(roles).size) && { roles: 'Xin chọn ít nhất một vai trò.' }),
    ...(held && { roles: `Người này đã có vai trò “${ROLE_NAMES[held.role]}” ở nơi này trong thời gian đó.` }),
    ...agencyTrouble(code, agency, since ?? today),
    ...(barred && { [barred.because.includes('ơ quan') || code === '' ? 'agency' : 'roles']: barred.because }),
    ...((since === undefined || since < today || since > daysAfter(today, LONGEST)) && {
      since: `Ngày bắt đầu tính từ hôm nay (${renderDay(today)}) trở đi.`,
    }),
    ...(to !== '' &&
      (until === undefined || until < (since ?? today) || until > daysAfter(today, LONGEST)) && {
        until: 'Ngày cuối phải từ ngày bắt đầu trở đi, hoặc để trống nếu chưa biết.',
      }),
  }
  return Object.keys(troubles).length > 0 ? { ok: false, troubles } : { ok: true, postings }
}

/** The same task for some day twice. Sent twice as it stands, it is not: that is the button that was pressed twice. */
const isTwice = (a: Posting, b: Posting): boolean =>
  a.role === b.role &&
  a.agency === b.agency &&
  !(a.since === b.since && a.until === b.until) &&
  (holdsOn(b, a.since) || holdsOn(a, b.since))

function agencyTrouble(code: string, agency: Agency | undefined, since: VietnamDay): PostingTroubles {
  if (code === '') return {}
  if (!agency) return { agency: 'Không có cơ quan này. Xin chọn trong danh sách.' }
  if (agency.validTo === undefined || since <= agency.validTo) return {}
  return { agency: `${agency.name} đã thôi hoạt động sau ngày ${renderDay(agency.validTo)}. Xin chọn cơ quan kế tục.` }
}
