import { isDay, renderDay, weekdayOf } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import { answerTimes, troubleOfAnswerDay } from '../deadlines/answer-by.ts'
import type { Wanted } from '../../conversation/words/events.ts'
import { troubleOfWanted } from '../wanted.ts'
import { type Circumstances, type Precisely, type Rule, type Standing } from './act.ts'
import { wordsOf } from './written-with.ts'
import { push } from './push.ts'
import { takenByDoer } from './taken-by-doer.ts'

type Ask = { type: 'ask'; question: string } & Precisely

/** The citizen is asked for something that is missing; the legal clock stands still until they answer. */
export const ask: Rule<Ask> = {
  recorded: 'supplement asked',
  by: 'staff',
  from: ['registered', 'accepted', 'processing'],
  to: 'supplement',
  objection: ({ wanted = [], until = '', again = '' }, { at }, { dossier, history }) =>
    troubleOfWanted(wanted) ??
    troubleOfAnswerDay(workCalendarFor(dossier.agency), until, at) ??
    (wasAsked({ history }) && tidy(again).length < SHORTEST_WHY_AGAIN ? ASKED_BEFORE : undefined),
  moves: (standing, act, circumstances) => {
    const { wanted = [], until = '', again = '' } = act
    const { agency } = standing.dossier
    const moved = {
      ...takenByDoer(standing, act, circumstances),
      ...(wanted.length > 0 && { wanted: wanted.map(tidied) }),
      ...(isDay(until) && answerTimes(workCalendarFor(agency), until, circumstances.at)),
      ...(wasAsked(standing) && { again: tidy(again) }),
    }
    return Object.keys(moved).length > 0 ? moved : undefined
  },
  // The question comes once more with the SUPPLEMENT_ASKED event, but later when the citizen is busy with something.
  tells: (standing, act, circumstances) => [push(standing, circumstances, bodyOf(act, circumstances))],
}

const SHORTEST_WHY_AGAIN = 5

/** The law lets a desk ask once, for everything (NĐ 118/2025, Điều 17.2a; NĐ 309/2026). */
export const wasAsked = ({ history }: Pick<Standing, 'history'>): boolean =>
  history.some(({ type }) => type === 'supplement asked')

const ASKED_BEFORE =
  'Hồ sơ này đã yêu cầu bổ sung một lần. Xin ghi vì sao lần trước chưa yêu cầu được. Ví dụ: “Giấy mới gửi cho thấy thiếu chữ ký của chồng”.'

const tidied = ({ label, why, ...rest }: Wanted): Wanted => ({ ...rest, label: tidy(label), why: tidy(why) })

function bodyOf(act: Ask, circumstances: Circumstances): string {
  const { wanted = [], until = '' } = act
  const words = wordsOf(act) ?? ''
  const said = wanted.length > 0 ? words : `“${words}”`
  const by = isDay(until) ? `Xin ông/bà trả lời trước hết ngày ${weekdayOf(until)} ${renderDay(until)}.\n` : ''
  return `Cán bộ cần ông/bà bổ sung:\n${said}\n\n${by}${holdOf(circumstances)} Tin nhắn tiếp theo hướng dẫn cách trả lời.`
}

const holdOf = ({ termAt, at }: Circumstances): string =>
  termAt?.(at)?.pause === 'restart'
    ? 'Thời gian giải quyết tạm dừng, và tính lại từ đầu khi ông/bà trả lời.'
    : 'Thời gian giải quyết tạm dừng đến khi ông/bà trả lời.'
