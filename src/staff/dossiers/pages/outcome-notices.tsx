import { ACTION_LABELS } from '../../../dossiers/action-labels.ts'
import type { DossierAction } from '../../../dossiers/dossier.ts'
import { isOfficeAct } from '../../../dossiers/offered.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { Notice } from '../../frame/notice.tsx'
import type { OfficerAct } from '../../../dossiers/acts/act.ts'
import type { Trouble } from './trouble.ts'
import { renderActor } from './history.tsx'

const DONE: Record<OfficerAct['type'], string> = {
  accept: 'Đã tiếp nhận hồ sơ.',
  decline: 'Đã ghi không tiếp nhận hồ sơ.',
  forward: 'Đã ghi là đang xử lý.',
  ask: 'Đã ghi yêu cầu bổ sung.',
  correct: 'Đã sửa thông tin.',
  propose: 'Đã ghi đề nghị giờ khác, đang chờ người dân chọn.',
  approve: 'Đã duyệt hồ sơ.',
  refuse: 'Đã dừng xử lý hồ sơ.',
  return: 'Đã ghi nhận trả kết quả.',
  revoke: 'Đã thu hồi giấy.',
  'take-back': 'Đã thu lại quyết định.',
  take: 'Ông/bà đã nhận xử lý hồ sơ.',
  assign: 'Đã phân công.',
  'give-back': 'Đã trả hồ sơ về hàng chờ của cơ quan.',
  'hand-over': 'Đã chuyển hồ sơ sang cơ quan khác.',
  consult: 'Đã gửi câu xin ý kiến.',
  advise: 'Đã ghi ý kiến.',
  'put-aside': 'Đã ghi.',
  stop: 'Đã tạm dừng hồ sơ.',
  apologise: 'Đã ghi xin lỗi và hẹn lại.',
  longer: 'Đã ghi thời hạn dài hơn.',
  reopen: 'Đã mở lại hồ sơ.',
  duplicate: 'Đã đóng hồ sơ này vì trùng hồ sơ khác.',
  'tell-apart': 'Đã ghi là hai hồ sơ không trùng.',
  reply: 'Đã trả lời người dân.',
  resend: 'Đã cho gửi lại tin nhắn.',
  answer: 'Đã trả lời và kết thúc.',
  note: 'Đã lưu ghi chú. Người dân không thấy ghi chú này.',
}

/** Said once after a decision was carried out. Whether the citizen has been told is only said when they have. */
export const DoneNotice = ({ done, hasArrived }: { done: OfficerAct['type']; hasArrived: boolean }) => (
  <Notice>
    <p>
      <strong>{DONE[done]}</strong>{' '}
      {done === 'note' || done === 'tell-apart' || (isOfficeAct(done) && done !== 'hand-over')
        ? ''
        : hasArrived
          ? 'Tin báo đã tới Zalo của người dân.'
          : 'Tin báo cho người dân chưa tới Zalo; tình trạng gửi ghi ở “Quá trình”.'}
    </p>
  </Notice>
)

/** Why a decision was not carried out, and what to do now. What was typed is never lost. */
export const TroubleNotice = ({ trouble, last }: { trouble: Trouble; last: DossierAction | undefined }) =>
  trouble.because === undefined ? (
    <Notice bad>
      <p>
        <strong>Hồ sơ vừa được người khác cập nhật, nên thao tác của ông/bà chưa được thực hiện.</strong>
      </p>
      {last && (
        <p>
          Thay đổi mới nhất: {ACTION_LABELS[last.type]}, {renderActor(last.by)}, lúc {renderInstant(last.at)}.
        </p>
      )}
      <p>Dưới đây là hồ sơ như hiện nay. Xin xem phần “Quá trình”, nếu vẫn cần thì làm lại.</p>
      {trouble.words && (
        <>
          <p>Nội dung ông/bà đã soạn:</p>
          <blockquote>{trouble.words}</blockquote>
        </>
      )}
    </Notice>
  ) : (
    <Notice bad>
      <p>
        <strong>Chưa thực hiện được.</strong> {trouble.because}
      </p>
    </Notice>
  )
