import { renderInstant } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'
import { namesOf, type ShownOrder } from './order-pages.tsx'

interface ResumeOrderProps {
  staff: PermitStaff
  order: ShownOrder
  /** How many ended with the order and would still be in force. */
  permits: number
  typed: string
  /** What to change in what was typed. */
  trouble?: string
}

const REASON_HINT = 'Người dân đọc nguyên văn. Ví dụ: Ghi nhầm lệnh; lệnh này còn áp dụng đến khi có thông báo mới.'

/** The last look before an order is applied again and its permits are made anew. */
export const ResumeOrderPage = ({ staff, order, permits, typed, trouble }: ResumeOrderProps) => (
  <PermitFrame {...{ staff, at: '/staff/permits/orders', title: 'Áp dụng lại lệnh?', failed: trouble !== undefined }}>
    <section class="card" aria-labelledby="resume">
      <h2 id="resume">{order.title}</h2>
      <p>
        Đã ghi hết áp dụng lúc {renderInstant(order.endedAt ?? 0)}. Từ lúc đó <b>{permits} giấy chưa hết hạn</b> đã hết
        giá trị cùng lệnh.
      </p>
      <ul class="plain-list">
        <li>
          Từng người có giấy ấy được cấp lại {namesOf(order)} với số mới, mã QR mới, nội dung và hạn như cũ, và nhận ảnh
          mới qua Zalo kèm lý do dưới đây. Việc này xong trong ít phút.
        </li>
        <li>Mã QR cũ vẫn không dùng được, vì máy ở chốt có thể đã ghi là thu hồi.</li>
        <li>Người dân lại xin được {namesOf(order)}; hồ sơ đang chờ lại duyệt được.</li>
      </ul>
      <form method="post" action={`/staff/permits/orders/${encodeURIComponent(order.id)}/resume`}>
        <input type="hidden" name="csrf" value={staff.csrf} />
        <Field id="reason" label="Lý do áp dụng lại" hint={REASON_HINT} wrong={trouble}>
          {(described) => (
            <textarea
              {...{ ...described, name: 'reason', rows: 3, maxLength: 1_000, value: typed }}
              required
              autofocus={trouble !== undefined}
            />
          )}
        </Field>
        <div class="pair">
          <button type="submit">Áp dụng lại lệnh này</button>
          <a class="button plain" href="/staff/permits/orders">
            Không, quay lại
          </a>
        </div>
      </form>
    </section>
  </PermitFrame>
)
