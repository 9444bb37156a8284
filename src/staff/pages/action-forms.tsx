import type { Dossier } from '../../dossiers/dossier.ts'
import { canMove } from '../../dossiers/status.ts'

/** What an officer had typed into a form that was refused, so that it is not lost. */
export interface Retry {
  type: string
  words: string
}

interface FormsProps {
  dossier: Dossier
  csrf: string
  retry?: Retry
}

interface Offer {
  type: string
  label: string
  /** Asks for words before it can be sent. */
  asks?: string
  hint?: string
  danger?: boolean
}

/** Only what the national table allows from here, the common way first. */
export function offersFor({ status }: Dossier): Offer[] {
  const offers: (Offer | false)[] = [
    canMove(status, 'accepted') && { type: 'accept', label: 'Tiếp nhận hồ sơ' },
    canMove(status, 'done') && { type: 'approve', label: 'Duyệt' },
    canMove(status, 'returned') && { type: 'return', label: 'Đã trả kết quả' },
    status !== 'processing' && canMove(status, 'processing') && { type: 'forward', label: 'Chuyển xử lý' },
    canMove(status, 'supplement') && {
      type: 'ask',
      label: 'Yêu cầu bổ sung',
      asks: 'Câu hỏi gửi người dân',
      hint: 'Nói rõ cần gì, vì sao, làm thế nào. Ví dụ: Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc.',
    },
    canMove(status, 'declined') && {
      type: 'decline',
      label: 'Không tiếp nhận',
      asks: 'Lý do không tiếp nhận',
      hint: 'Người dân đọc nguyên văn lý do này. Ví dụ: Nơi cư trú không thuộc tỉnh Cà Mau.',
      danger: true,
    },
    status !== 'registered' &&
      canMove(status, 'stopped') && {
        type: 'refuse',
        label: 'Từ chối, dừng xử lý',
        asks: 'Lý do từ chối',
        hint: 'Người dân đọc nguyên văn lý do này, kèm căn cứ nếu có.',
        danger: true,
      },
  ]
  return offers.filter((offer): offer is Offer => offer !== false)
}

export const ActionForms = ({ dossier, csrf, retry }: FormsProps) => {
  const offers = offersFor(dossier)
  if (offers.length === 0) return <p class="soft">Hồ sơ đã kết thúc, không còn việc gì phải làm.</p>
  return (
    <>
      {offers.map((offer) =>
        offer.asks ? (
          <details key={offer.type} open={retry?.type === offer.type}>
            <summary class={offer.danger ? 'danger' : ''}>{offer.label}</summary>
            <ActionForm
              dossier={dossier}
              csrf={csrf}
              offer={offer}
              words={retry?.type === offer.type ? retry.words : ''}
            />
          </details>
        ) : (
          <ActionForm key={offer.type} dossier={dossier} csrf={csrf} offer={offer} words="" />
        ),
      )}
    </>
  )
}

const ActionForm = ({ dossier, csrf, offer, words }: Omit<FormsProps, 'retry'> & { offer: Offer; words: string }) => {
  const { type, label, asks, hint, danger } = offer
  return (
    <form method="post" action={`/staff/dossiers/${dossier.id}/${type}`} class="field">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="revision" value={dossier.revision} />
      {asks && (
        <div class="field">
          <label for={`words-${type}`}>{asks}</label>
          <span class="hint" id={`hint-${type}`}>
            {hint}
          </span>
          <textarea
            id={`words-${type}`}
            name="words"
            required
            minLength={5}
            maxLength={1000}
            aria-describedby={`hint-${type}`}
            value={words}
          />
        </div>
      )}
      <button type="submit" class={danger ? 'danger' : asks ? 'plain' : ''}>
        {asks ? `Gửi: ${label}` : label}
      </button>
    </form>
  )
}

export const RevokeForm = ({ dossier, csrf, permit, retry }: FormsProps & { permit: string }) => (
  <details open={retry?.type === 'revoke'}>
    <summary class="danger">Thu hồi giấy</summary>
    <form method="post" action={`/staff/dossiers/${dossier.id}/revoke`}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="revision" value={dossier.revision} />
      <input type="hidden" name="permit" value={permit} />
      <div class="field">
        <label for="words-revoke">Lý do thu hồi</label>
        <span class="hint" id="hint-revoke">
          Giấy mất giá trị ngay, người dân được báo. Ví dụ: Biển số xe không đúng với giấy tờ.
        </span>
        <textarea
          id="words-revoke"
          name="words"
          required
          minLength={5}
          maxLength={1000}
          aria-describedby="hint-revoke"
          value={retry?.type === 'revoke' ? retry.words : ''}
        />
      </div>
      <button type="submit" class="danger">
        Thu hồi giấy này
      </button>
    </form>
  </details>
)
