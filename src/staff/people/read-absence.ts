import { z } from 'zod'
import { type Absence, circleOn } from '../../dossiers/absences.ts'
import { daysAfter, renderDay, type VietnamDay } from '../../kernel/clock.ts'
import type { Person } from './ports.ts'
import { readDay } from './read-day.ts'

const word = z.string().max(200).catch('')
/** `until` is '' for a single day, `substitute` for nobody. */
const form = z.object({ since: word, until: word, substitute: word })
export type AbsenceForm = z.infer<typeof form>

export const parseAbsenceForm = (body: unknown): AbsenceForm => form.parse(body ?? {})

export type AbsenceTroubles = Partial<Record<keyof AbsenceForm, string>>

/** A year away is moved to another posting. */
const LONGEST = 366

const placesOf = ({ postings }: Person, today: VietnamDay): Set<string> =>
  new Set(postings.filter(({ until }) => until === undefined || until >= today).map(({ agency = '' }) => agency))

/** Who can stand in for somebody: whoever works at one of their agencies and can sign in. */
export function substitutesOf(person: Person, people: readonly Person[], today: VietnamDay): Person[] {
  const places = placesOf(person, today)
  return people.filter(
    (it) =>
      it.id !== person.id &&
      it.hasPassword &&
      it.disabledAt === undefined &&
      [...placesOf(it, today)].some((place) => places.has(place)),
  )
}

/** An absence as it was typed, or what to change, field by field. */
export function readAbsence(
  { since: from, until: to, substitute: who }: AbsenceForm,
  {
    person,
    people,
    absences,
    today,
  }: Readonly<{ person: Person; people: readonly Person[]; absences: readonly Absence[]; today: VietnamDay }>,
): { ok: true; absence: Absence; isKnown: boolean } | { ok: false; troubles: AbsenceTroubles } {
  const since = readDay(from)
  const until = to === '' ? since : readDay(to)
  const substitute = who === '' ? undefined : substitutesOf(person, people, today).find(({ id }) => id === who)
  const absence: Absence = {
    ...{ account: person.id, since: since ?? today, until: until ?? since ?? today },
    ...(substitute && { substitute: substitute.id }),
  }
  const others = absences.filter(({ account }) => account === person.id)
  const isKnown = others.some((it) => isSame(it, absence))
  const over = others.find((it) => it.since <= absence.until && absence.since <= it.until)
  const circle = substitute && circleOn(absence, absences)
  const troubles: AbsenceTroubles = {
    ...((since === undefined || since < today) && { since: 'Ngày đầu tính từ hôm nay trở đi.' }),
    ...(over &&
      !isKnown && { since: `Đã ghi nghỉ ${renderDays(over)}. Xin chọn ngày khác, hoặc bỏ lần nghỉ đó trước.` }),
    ...((until === undefined || until < absence.since || until > daysAfter(absence.since, LONGEST)) && {
      until: 'Ngày cuối phải từ ngày đầu trở đi và trong vòng một năm. Nghỉ một ngày thì để trống.',
    }),
    ...(who !== '' && !substitute && { substitute: 'Người làm thay phải cùng cơ quan và đang dùng tài khoản.' }),
    ...(substitute &&
      circle !== undefined && {
        substitute: `Ngày ${renderDay(circle)} ${substitute.name} cũng nghỉ và việc sẽ quay lại chính ${person.name}. Xin chọn người khác.`,
      }),
  }
  return Object.keys(troubles).length > 0 ? { ok: false, troubles } : { ok: true, absence, isKnown }
}

const isSame = (a: Absence, b: Absence): boolean =>
  a.since === b.since && a.until === b.until && a.substitute === b.substitute

/** `ngày 01/05/2030`, `từ 01/05/2030 đến 03/05/2030`. */
export const renderDays = ({ since, until }: Pick<Absence, 'since' | 'until'>): string =>
  since === until ? `ngày ${renderDay(since)}` : `từ ${renderDay(since)} đến ${renderDay(until)}`
