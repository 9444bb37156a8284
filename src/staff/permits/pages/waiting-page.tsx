import { Notice } from '../../frame/notice.tsx'
import { type Examined, isClear } from '../examine.ts'
import { PermitFrame, type PermitStaff } from './frame.tsx'
import { WaitingRows } from './waiting-row.tsx'

interface WaitingProps {
  staff: PermitStaff
  examined: readonly Examined[]
  /** Address of the next page, when there is one. */
  next?: string
  isFirst: boolean
  /** Approving was asked for with nothing ticked. */
  nothingTicked: boolean
}

const AT = '/staff/permits/waiting'

export const WaitingPage = ({ staff, examined, next, isFirst, nothingTicked }: WaitingProps) => (
  <PermitFrame {...{ staff, at: AT, title: 'Hồ sơ chờ duyệt cấp giấy', failed: nothingTicked }}>
    {nothingTicked && (
      <Notice bad>
        <p>
          <b>Chưa thực hiện.</b> Xin chọn ít nhất một hồ sơ. Ví dụ: đánh dấu ô ở hàng đầu tiên.
        </p>
      </Notice>
    )}
    {examined.length === 0 ? (
      <p class="card empty">Không có hồ sơ nào chờ duyệt.</p>
    ) : (
      <form method="post" action={AT}>
        <input type="hidden" name="csrf" value={staff.csrf} />
        <p>Hồ sơ có dấu “!” không chọn được ở đây: xin mở từng hồ sơ để xem và quyết định.</p>
        <WaitingRows caption="Hồ sơ chờ duyệt, mới nhất trước" examined={examined} />
        {examined.some(isClear) && (
          <p class="bar no-print">
            <button type="submit">Xem lại những hồ sơ đã chọn</button>
          </p>
        )}
      </form>
    )}
    <nav class="pages" aria-label="Trang">
      {!isFirst && <a href={AT}>← Mới nhất</a>}
      {next && (
        <a class="button" href={next}>
          Xem thêm
        </a>
      )}
    </nav>
  </PermitFrame>
)

interface ConfirmProps {
  staff: PermitStaff
  examined: readonly Examined[]
  /** Chosen on the page before, and changed or decided since. */
  gone: number
}

/** The last look at those that were chosen, with their pictures; each can still be left out. */
export const ConfirmManyPage = ({ staff, examined, gone }: ConfirmProps) => {
  const ready = examined.filter(isClear).length
  return (
    <PermitFrame {...{ staff, at: AT, title: `Cấp giấy cho ${ready} hồ sơ?`, focus: true }}>
      {gone > 0 && <p class="notice bad">{gone} hồ sơ đã thay đổi từ lúc mở trang nên không có ở đây.</p>}
      <form method="post" action={AT}>
        <input type="hidden" name="csrf" value={staff.csrf} />
        <p>
          Mỗi giấy được ký và gửi ngay cho người dân qua Zalo. Bỏ dấu hồ sơ nào chưa xem kỹ. Trong 24 giờ, từng quyết
          định thu lại được ở trang của hồ sơ.
        </p>
        <WaitingRows caption="Hồ sơ sắp được cấp giấy" examined={examined} ticked />
        <div class="bar pair no-print">
          {ready > 0 && (
            <button type="submit" name="step" value="do">
              Duyệt và cấp giấy
            </button>
          )}
          <a class="button plain" href={AT}>
            Chưa, quay lại
          </a>
        </div>
      </form>
    </PermitFrame>
  )
}
