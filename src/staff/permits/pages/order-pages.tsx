import { renderInstant } from '../../../kernel/clock.ts'
import type { PermitKind } from '../../../permits/grant/kinds.ts'
import { Notice } from '../../frame/notice.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'

export interface ShownOrder {
  id: string
  title: string
  kinds: readonly PermitKind[]
  endedAt?: number
  /** It ended lately enough to be applied again. */
  mayResume?: boolean
}

export const namesOf = ({ kinds }: ShownOrder): string => kinds.map(({ name }) => name).join(', ')

interface OrdersProps {
  staff: PermitStaff
  orders: readonly ShownOrder[]
  /** What was just done to one of them. */
  done: OrderDeed | undefined
}

type OrderDeed = 'end' | 'resume'

const DONE: Record<OrderDeed, string> = {
  end: 'Đã ghi lệnh hết áp dụng. Giấy dựa vào lệnh hết giá trị trong ít phút.',
  resume:
    'Lệnh được áp dụng lại. Giấy đã hết giá trị cùng lệnh được cấp lại, và từng người nhận ảnh mới trong ít phút.',
}

/** Orders and the kinds of permits that end with them. */
export const OrdersPage = ({ staff, orders, done }: OrdersProps) => (
  <PermitFrame {...{ staff, at: '/staff/permits/orders', title: 'Lệnh áp dụng' }}>
    {done && (
      <Notice>
        <p>{DONE[done]}</p>
      </Notice>
    )}
    <p>Mỗi loại giấy dựa vào một lệnh. Khi lệnh hết áp dụng, giấy hết giá trị và không ai phải xin giấy nữa.</p>
    <table>
      <caption class="unseen">Các lệnh và loại giấy dựa vào</caption>
      <thead>
        <tr>
          <th scope="col">Lệnh</th>
          <th scope="col">Loại giấy</th>
          <th scope="col">Căn cứ</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <td class="sentence">{order.title}</td>
            <td data-label="Loại giấy">{namesOf(order)}</td>
            <td data-label="Căn cứ">{[...new Set(order.kinds.map(({ legalBasis }) => legalBasis))].join(' ')}</td>
            <td data-label="Tình trạng">
              {order.endedAt === undefined ? 'Đang áp dụng' : `Hết áp dụng từ ${renderInstant(order.endedAt)}`}
              {order.endedAt === undefined && <NextStep {...{ order, deed: 'end', label: 'Ghi hết áp dụng' }} />}
              {order.mayResume && <NextStep {...{ order, deed: 'resume', label: 'Áp dụng lại' }} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </PermitFrame>
)

const NextStep = ({ order, deed, label }: { order: ShownOrder; deed: OrderDeed; label: string }) => (
  <span class="pair no-print">
    <a class="button plain" href={`/staff/permits/orders/${encodeURIComponent(order.id)}/${deed}`}>
      {label}
      <span class="unseen">: {order.title}</span>
    </a>
  </span>
)

/** What ends with an order. */
export interface Concerned {
  permits: number
  /** A number, or that there are more than were counted. */
  dossiers: string
}

interface EndOrderProps {
  staff: PermitStaff
  order: ShownOrder
  concerned: Concerned
}

/** The last look before every permit of an order ends. */
export const EndOrderPage = ({ staff, order, concerned }: EndOrderProps) => (
  <PermitFrame {...{ staff, at: '/staff/permits/orders', title: 'Ghi lệnh hết áp dụng?' }}>
    <section class="card" aria-labelledby="end">
      <h2 class="sentence" id="end">
        {order.title}
      </h2>
      <p>
        Lúc này có <b>{concerned.permits} giấy còn hạn</b> và <b>{concerned.dossiers} hồ sơ chờ duyệt</b> dựa vào lệnh
        này.
      </p>
      <ul class="plain-list">
        <li>Mọi {namesOf(order)} còn hạn hết giá trị trong ít phút, và từng người được báo qua Zalo.</li>
        <li>Không ai xin được {namesOf(order)} nữa. Hồ sơ đang chờ không duyệt được nữa.</li>
        <li>
          <b>Ghi nhầm thì áp dụng lại được trong 24 giờ:</b> ai còn hạn được cấp giấy mới, mã mới. Giấy đã hết giá trị
          không dùng lại được.
        </li>
      </ul>
      <div class="pair">
        <form method="post" action={`/staff/permits/orders/${encodeURIComponent(order.id)}/end`}>
          <input type="hidden" name="csrf" value={staff.csrf} />
          <button type="submit" class="danger">
            Lệnh này đã hết áp dụng
          </button>
        </form>
        <a class="button plain" href="/staff/permits/orders">
          Chưa, quay lại
        </a>
      </div>
    </section>
  </PermitFrame>
)
