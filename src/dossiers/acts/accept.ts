import { visitButtons } from '../../conversation/words/visit-buttons.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import { transferDue } from '../deadlines/clock-start.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { standingAct } from '../take-back.ts'
import { isMoving, timeOf } from '../visit.ts'
import type { Circumstances, Rule, Standing } from './act.ts'
import { confirmVisit } from './propose.ts'
import { nextLines, push } from './push.ts'
import { takenInElsewhere } from './taken-in-elsewhere.ts'

/**
 * The desk takes a dossier in: the legal clock begins, once. Where the desk is not competent, it takes it in for the agency that is:
 * the clock waits for that one (NĐ 309/2026, Điều 17.3), and the desk has to hand it on. A visit of which another time was talked
 * about is confirmed anew.
 */
export const accept: Rule<{ type: 'accept' }> = {
  recorded: 'accepted',
  by: 'staff',
  from: ['registered', 'supplement'],
  to: 'accepted',
  barred: ({ dossier, history }) => {
    const accepted = standingAct(history, 'accepted')
    if (!accepted || isMoving(dossier.status, history)) return undefined
    return `Hồ sơ đã được tiếp nhận lúc ${renderInstant(accepted.at)} nên không tiếp nhận lần nữa.`
  },
  tells: (standing, _act, circumstances) => {
    const time = standing.visit && timeOf(standing.dossier.answers, standing.visit)
    if (time) return [confirmVisit(standing, circumstances, time)]
    return [
      push(
        standing,
        circumstances,
        // Mẫu 01 of TT 03/2025, the receipt, in words.
        `${circumstances.agencyName} đã tiếp nhận hồ sơ của ông/bà lúc ${renderInstant(circumstances.at)}${circumstances.isOutside ? passedOn(standing, circumstances) : `.\n\n${nextLines('accepted', circumstances)}Ông/bà chưa cần làm gì thêm. Khi có kết quả hoặc cần thêm giấy tờ, tôi nhắn ngay tại đây.`}`,
        circumstances.prospect?.isVisit ? visitButtons(standing.dossier.code) : [],
      ),
    ]
  },
  moves: (standing, _act, circumstances) => takenInElsewhere(standing, circumstances),
}

const passedOn = ({ dossier }: Standing, { at }: Circumstances): string =>
  ` và chuyển đến cơ quan có thẩm quyền trước ${renderDue(transferDue(workCalendarFor(dossier.holder), at))}.\n\nThời hạn giải quyết tính từ lúc cơ quan đó nhận hồ sơ. Khi chuyển, tôi nhắn ông/bà hạn trả kết quả ngay tại đây; ông/bà không cần nộp lại.`
