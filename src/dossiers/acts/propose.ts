import type { OfferedTimes } from '../../conversation/words/events.ts'
import type { OutgoingMessage } from '../../conversation/words/messages.ts'
import { visitButtons } from '../../conversation/words/visit-buttons.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { renderTelephone } from '../../province/desk-hours.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { DossierAction, ProposedTime } from '../dossier.ts'
import { standingAct } from '../take-back.ts'
import { beginOf, isMoving, openProposal, renderTime, timeOf, troubleOfTime, troubleOfTimes } from '../visit.ts'
import type { Act, Circumstances, Rule, Standing } from './act.ts'
import { around, push } from './push.ts'
import { takenByDoer } from './taken-by-doer.ts'
import { takenInElsewhere } from './taken-in-elsewhere.ts'

type Propose = Extract<Act, { type: 'propose' }>

const SHORTEST_REASON = 5

/**
 * Another time for a visit. The desk has taken the wish in, and asks: the answers are the new day and session, or the citizen's
 * own wish. What they are asked is the conversation's, in one message with a button for each time.
 */
export const propose: Rule<Propose> = {
  recorded: 'time proposed',
  by: 'staff',
  from: ['registered', 'accepted', 'processing', 'supplement'],
  to: 'supplement',
  elsewhere: 'Lịch hẹn này đã kết thúc, nên không đề nghị giờ khác được.',
  barred: ({ visit, dossier: { status }, history }) => {
    if (!visit) return 'Chỉ lịch hẹn mới đề nghị giờ khác được.'
    return status === 'supplement' && !isMoving(status, history)
      ? 'Đang chờ người dân bổ sung. Xong việc đó, ông/bà đề nghị giờ khác.'
      : undefined
  },
  objection: ({ times, reason }, { at }, { visit, dossier }) => {
    if (!visit) return undefined
    const calendar = workCalendarFor(dossier.holder)
    return (
      troubleOfTimes(times, timeOf(dossier.answers, visit)) ??
      times.map((time) => troubleOfTime(time, visit, calendar, at)).find((trouble) => trouble !== undefined) ??
      (tidy(reason).length < SHORTEST_REASON ? SAY_WHY : undefined)
    )
  },
  besides: (standing, circumstances) => {
    if (standingAct(standing.history, 'accepted')) return {}
    const move = takenInElsewhere(standing, circumstances)
    return { before: [{ type: 'accepted', status: 'accepted', by: circumstances.by, ...(move && { move }) }] }
  },
  moves: (standing, act, circumstances) => {
    const { visit } = standing
    if (!visit) return undefined
    const why = tidy(act.reason)
    return {
      ...takenByDoer(standing, act, circumstances),
      wanted: [visit.day, visit.slot].map(({ key, label }) => ({ key, label, why })),
      proposed: act.times,
      // What nobody has chosen by then is the desk's again.
      answerBy: Math.max(...act.times.map((time) => beginOf(time, visit))),
    }
  },
}

const SAY_WHY = 'Xin ghi ngắn vì sao cần đổi giờ. Ví dụ: “Sáng đó cơ quan họp, không có người tiếp”.'

/** The times for the citizen to choose from, and what stands above and below them. */
export function offeredTimes(standing: Standing, circumstances: Circumstances, asked: DossierAction): OfferedTimes {
  const { visit, dossier, history } = standing
  const { proposed = [], wanted } = asked.move ?? {}
  const current = visit && timeOf(dossier.answers, visit)
  const old = current ? ` đang có (${renderTime(current)})` : ''
  const earlier = dossier.status === 'supplement' && openProposal(history.slice(0, history.lastIndexOf(asked)))
  const says = earlier
    ? `đề nghị giờ khác, thay cho các giờ đã đề nghị lúc ${renderInstant(earlier.at)}, để đổi giờ hẹn${old}.`
    : `đề nghị đổi giờ hẹn${old}.`
  const body = `${circumstances.agencyName} ${says}\nLý do: ${wanted?.[0]?.why ?? ''}`
  return {
    ...around(standing, circumstances, body),
    of: proposed.map((time) => ({ ...time, ...(visit && { from: beginOf(time, visit) }) })),
    at: asked.at,
  }
}

/** That a visit stands: when, where, whom to call, what to bring. */
export function confirmVisit(standing: Standing, circumstances: Circumstances, time: ProposedTime): OutgoingMessage {
  const { agencyName, telephone } = circumstances
  const body = `${agencyName} xác nhận lịch hẹn của ông/bà: ${renderTime(time)}.

Nơi đến: ${circumstances.place ?? `trụ sở ${agencyName}`}.
Điện thoại: ${renderTelephone(telephone)}.
Mang theo: căn cước, mã hẹn này và giấy tờ của việc cần làm.

Bận thì ông/bà bấm “Dời hẹn” hoặc “Hủy hẹn” giúp, để người khác có chỗ.`
  return push(standing, circumstances, body, visitButtons(standing.dossier.code))
}
