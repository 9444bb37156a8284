import { DAY, isDay, renderDay, renderInstant, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { endOfWork, workDayFrom } from '../deadlines/work-time.ts'
import { TALK } from '../outlook.ts'
import { decisionsOf } from '../take-back.ts'
import type { Circumstances, Rule, Standing } from './act.ts'
import { push } from './push.ts'

type Apologise = { type: 'apologise'; until: string; reason: string }

/** Most days ahead of a new date. */
const LONGEST_WAIT = 60

/**
 * An apology with a new date, before the old one has passed or after: Mẫu 04 of TT 03/2025, in words. Once for a dossier
 * (NĐ 61/2018; domain §3.1).
 */
export const apologise: Rule<Apologise> = {
  recorded: 'apologised',
  by: 'staff',
  from: ['accepted', 'processing'],
  elsewhere: 'Chỉ xin lỗi và hẹn lại được khi hồ sơ đang được giải quyết.',
  barred: ({ dossier, history }) => {
    const before = decisionsOf(history).standing.find(({ action }) => action.type === 'apologised')?.action
    if (before) return `Hồ sơ này đã xin lỗi và hẹn lại lúc ${renderInstant(before.at)}; mỗi hồ sơ chỉ hẹn lại một lần.`
    return dossier.dueAt === null ? 'Hồ sơ này không có hạn trả, nên không cần hẹn lại.' : undefined
  },
  objection: ({ until }, { at }, { dossier }) => {
    const first = firstDay(dossier.dueAt, at)
    if (!isDay(until) || until <= first || until > toVietnamDay(at + LONGEST_WAIT * DAY))
      return `Xin chọn một ngày sau ${renderDay(first)}, trong ${LONGEST_WAIT} ngày tới.`
    const worked = workDayFrom(workCalendarFor(dossier.agency), until)
    return worked === until
      ? undefined
      : `Ngày ${renderDay(until)} cơ quan không làm việc. Ngày làm việc kế tiếp là ${renderDay(worked)}.`
  },
  moves: ({ dossier }, { until }) =>
    isDay(until) ? { promised: endOfWork(workCalendarFor(dossier.agency), until) } : undefined,
  tells: (standing, { reason }, circumstances) => [
    push(standing, circumstances, bodyOf(standing, tidy(reason), circumstances)),
  ],
}

/** The new date lies after it: today, or the day on which it was due. */
function firstDay(dueAt: number | null, at: number): VietnamDay {
  const today = toVietnamDay(at)
  const due = dueAt === null ? today : toVietnamDay(dueAt)
  return due > today ? due : today
}

function bodyOf({ dossier }: Standing, reason: string, { agencyName, at, dueAt }: Circumstances): string {
  const before = dossier.dueAt ?? at
  const sorry = at > before ? 'chưa trả kết quả đúng hẹn' : 'không kịp trả kết quả đúng hẹn'
  return `${agencyName} xin lỗi ông/bà vì ${sorry}.\nHạn đã hẹn: ${renderDue(before)}.\nHẹn lại: ${renderDue(dueAt ?? before)}.\nLý do: ${reason}\n\nÔng/bà không cần nộp thêm gì. Có kết quả, tôi nhắn ngay tại đây; cần hỏi, ông/bà ${TALK}.`
}
