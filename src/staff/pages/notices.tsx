import type { DossierAction } from '../../dossiers/dossier.ts'
import { renderInstant } from '../../kernel/clock.ts'
import type { DecisionType } from '../decision-form.ts'
import type { Trouble } from './action-forms.tsx'
import { ACTION_WORDS, renderActor } from './history.tsx'

const DONE: Record<DecisionType, string> = {
  accept: 'Đã tiếp nhận hồ sơ.',
  decline: 'Đã ghi nhận không tiếp nhận.',
  forward: 'Đã chuyển xử lý.',
  ask: 'Đã gửi yêu cầu bổ sung.',
  approve: 'Đã duyệt hồ sơ.',
  refuse: 'Đã dừng xử lý hồ sơ.',
  return: 'Đã ghi nhận trả kết quả.',
  revoke: 'Đã thu hồi giấy.',
}

/** Said once after a decision was carried out. */
export const DoneNotice = ({ done }: { done: DecisionType }) => (
  <p class="notice good" role="status">
    <strong>{DONE[done]}</strong> Người dân được báo qua Zalo.
  </p>
)

/** Why a decision was not carried out, and what to do now. What was typed is never lost. */
export const TroubleNotice = ({ trouble, last }: { trouble: Trouble; last: DossierAction | undefined }) =>
  trouble.because === undefined ? (
    <div class="notice bad" role="alert">
      <p>
        <strong>Hồ sơ vừa được người khác cập nhật, nên thao tác của ông/bà chưa được thực hiện.</strong>
      </p>
      {last && (
        <p>
          Thay đổi mới nhất: {ACTION_WORDS[last.type]}, {renderActor(last.by)}, lúc {renderInstant(last.at)}.
        </p>
      )}
      <p>Dưới đây là hồ sơ như hiện nay. Xin xem phần “Quá trình”, nếu vẫn cần thì làm lại.</p>
      {trouble.words && (
        <>
          <p>Nội dung ông/bà đã soạn:</p>
          <blockquote>{trouble.words}</blockquote>
        </>
      )}
    </div>
  ) : (
    <p class="notice bad" role="alert">
      <strong>Chưa thực hiện được.</strong> {trouble.because}
    </p>
  )
