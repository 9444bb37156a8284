import type { LostKey } from '../../../casework/re-issue-lost.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { Notice } from '../../frame/notice.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'
import { LastLook } from './last-look.tsx'

const AT = '/staff/permits/lost-keys'

interface LostKeysProps {
  staff: PermitStaff
  keys: readonly LostKey[]
  /** Whether there is another key to sign with. */
  hasKey: boolean
  hasBegun: boolean
}

/** Keys that were withdrawn, and how many permits under them wait to be made anew. */
export const LostKeysPage = ({ staff, keys, hasKey, hasBegun }: LostKeysProps) => (
  <PermitFrame {...{ staff, at: AT, title: 'Khóa ký đã mất' }}>
    {hasBegun && (
      <Notice>
        <p>Đã bắt đầu cấp lại. Mở lại trang này để xem còn bao nhiêu giấy.</p>
      </Notice>
    )}
    <p>
      Khi khóa ký bị mất, giấy ký bằng khóa đó không qua chốt được nữa, nên người đang giữ giấy cần giấy mới cùng nội
      dung.
    </p>
    {keys.length === 0 ? (
      <p>Chưa có khóa nào bị thu hồi.</p>
    ) : (
      <table>
        <caption class="unseen">Các khóa đã thu hồi và giấy cần cấp lại</caption>
        <thead>
          <tr>
            <th scope="col">Khóa</th>
            <th scope="col">Thu hồi lúc</th>
            <th scope="col">Lý do</th>
            <th scope="col">Giấy còn hạn chưa cấp lại</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.keyId}>
              <td class="code">{key.keyId}</td>
              <td data-label="Thu hồi lúc">{renderInstant(key.withdrawnAt)}</td>
              <td data-label="Lý do">{key.because}</td>
              <td data-label="Giấy còn hạn chưa cấp lại">
                <Left {...{ lost: key, hasKey }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </PermitFrame>
)

const Left = ({ lost, hasKey }: { lost: LostKey; hasKey: boolean }) => {
  const { keyId, permits, isUnderWay } = lost
  if (permits === 0) return <>Không còn giấy nào</>
  if (isUnderWay) return <>Đang cấp lại, còn {permits} giấy</>
  if (!hasKey)
    return <>{permits} giấy. Chưa có khóa mới đang dùng: người vận hành tạo khóa trước, rồi ông/bà cấp lại tại đây.</>
  return (
    <>
      {permits} giấy
      <span class="pair no-print">
        <a class="button plain" href={`${AT}/${keyId}`}>
          Cấp lại tất cả<span class="unseen">: khóa {keyId}</span>
        </a>
      </span>
    </>
  )
}

/** The last look before every permit under a key is made anew. */
export const ReIssuePage = ({ staff, lost }: { staff: PermitStaff; lost: LostKey }) => (
  <PermitFrame {...{ staff, at: AT, title: 'Cấp lại tất cả giấy của khóa này?' }}>
    <section class="card" aria-labelledby="again">
      <h2 id="again">
        Khóa <span class="code">{lost.keyId}</span>
      </h2>
      <p>
        Lúc này có <b>{lost.permits} giấy còn hạn</b> ký bằng khóa này.
      </p>
      <ul class="plain-list">
        <li>Mỗi người nhận giấy mới cùng nội dung, số mới và mã QR mới, qua Zalo; giấy cũ hết giá trị.</li>
        <li>Ông/bà đóng trang này được, việc vẫn chạy tiếp. Mỗi giấy chỉ được cấp lại một lần.</li>
        <li>
          Nếu hệ thống ngừng giữa chừng, ông/bà mở lại trang danh sách và bấm lần nữa; phần đã xong không làm lại.
        </li>
      </ul>
      <LastLook {...{ staff, action: `${AT}/${lost.keyId}`, back: AT, danger: true }}>
        Cấp lại {lost.permits} giấy
      </LastLook>
    </section>
  </PermitFrame>
)
