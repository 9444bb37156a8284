import { standingAct } from '../take-back.ts'
import { TALK } from '../outlook.ts'
import { STATUSES, unfinished } from '../status.ts'
import type { Circumstances, Relying, Rule, Standing, Twin } from './act.ts'
import { push } from './push.ts'

/**
 * It asks for what another dossier asks for already, and ends as what the desk turns away does: not taken in (status 3) before it
 * was accepted, stopped (8) after. Nothing that was sent in is lost, and the other one has to be one that leads somewhere.
 */
export const duplicate: Rule<{ type: 'duplicate'; of: string }> = {
  recorded: 'found duplicate',
  by: 'staff',
  from: ['registered', 'accepted', 'processing', 'supplement', 'payment'],
  to: (standing) => (isAccepted(standing) ? 'stopped' : 'declined'),
  elsewhere: 'Hồ sơ này đã kết thúc hoặc đã có kết quả, nên không cần đóng vì trùng.',
  objection: (_act, { twin, relying }, standing) =>
    otherOf(standing, twin) ?? troubleOf(standing, twin) ?? promisedTo(relying, twin),
  moves: (_standing, _act, { twin }) => (twin ? { sameAs: twin.id } : undefined),
  tells: (standing, _act, circumstances) => [push(standing, circumstances, bodyOf(circumstances))],
}

/** Two dossiers that look alike are two matters: neither is shown beside the other any more. */
export const tellApart: Rule<{ type: 'tell-apart'; of: string }> = {
  recorded: 'told apart',
  by: 'staff',
  from: unfinished,
  elsewhere: 'Hồ sơ này đã kết thúc, không cần so với hồ sơ khác nữa.',
  objection: (_act, { twin }, standing) => otherOf(standing, twin),
  moves: (_standing, _act, { twin }) => (twin ? { apart: twin.id } : undefined),
}

const isAccepted = ({ history }: Standing): boolean => standingAct(history, 'accepted') !== undefined

const otherOf = ({ dossier }: Standing, twin: Twin | undefined): string | undefined => {
  if (!twin)
    return 'Không tìm thấy hồ sơ có mã này trong các hồ sơ ông/bà xem được. Mã hồ sơ có dạng H12.99-300501-0001; nếu là hồ sơ của cơ quan khác, xin hỏi cơ quan đó.'
  return twin.id === dossier.id ? 'Đây là mã của chính hồ sơ này. Xin ghi mã của hồ sơ kia.' : undefined
}

function troubleOf({ dossier }: Standing, twin: Twin | undefined): string | undefined {
  if (!twin || twin.goesOn) return undefined
  if (twin.sameAs === dossier.id)
    return `Hồ sơ ${twin.code} vừa được đóng vì trùng với chính hồ sơ này, nên hồ sơ này phải đi tiếp.`
  if (twin.sameAs !== undefined)
    return `Hồ sơ ${twin.code} đã được đóng vì trùng với một hồ sơ khác nữa. Xin mở hồ sơ đó xem hồ sơ nào đi tiếp.`
  return `Hồ sơ ${twin.code} không đi tiếp (${STATUSES[twin.status].label.toLowerCase()}), nên không đóng hồ sơ này được: người dân sẽ không còn hồ sơ nào.`
}

/** Their citizens were told that this one goes on, so it is the other that has to be closed. */
function promisedTo(relying: Relying | undefined, twin: Twin | undefined): string | undefined {
  if (!relying || relying.codes.length + relying.unseen === 0) return undefined
  const { codes, unseen } = relying
  const hidden = unseen === 0 ? [] : [`${unseen} hồ sơ ở cơ quan khác`]
  const closed = codes.length === 0 ? hidden.join('') : `Hồ sơ ${[...codes, ...hidden].join(', ')}`
  return `${closed} đã được đóng vì trùng với hồ sơ này, người dân được báo hồ sơ này đi tiếp, nên không đóng được. Xin mở hồ sơ ${twin?.code ?? 'kia'} và chọn đóng vào hồ sơ này; nếu không được, thu lại việc đóng ${codes[0] ?? 'hồ sơ đó'} trước.`
}

function bodyOf({ twin }: Circumstances): string {
  const { code = '', status = 'processing', isOwn = true } = twin ?? {}
  const hasResult = status === 'done' || status === 'returned'
  const goesOn = hasResult
    ? `Hồ sơ ${code} đã có kết quả (${STATUSES[status].label.toLowerCase()}).`
    : `Hồ sơ đi tiếp là ${code}, hiện ở trạng thái “${STATUSES[status].label}”.`
  const told = isOwn
    ? hasResult
      ? 'Ông/bà nhắn “tra cứu” để xem.'
      : 'Có kết quả, tôi nhắn ngay tại đây.'
    : 'Kết quả được báo cho người đã nộp hồ sơ đó.'
  const first = isOwn
    ? 'Ông/bà đã nộp hai hồ sơ cho cùng một việc, nên cơ quan gộp lại, chỉ giải quyết một hồ sơ.'
    : 'Việc này đã có người nộp ở một hồ sơ khác, nên cơ quan chỉ giải quyết một hồ sơ.'
  return `${first}\n\n${goesOn} ${told}\n\nÔng/bà không mất gì và không cần nộp lại: giấy tờ đã gửi vẫn được lưu. Nếu đây là hai việc khác nhau, ông/bà ${TALK}.`
}
