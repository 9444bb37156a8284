import type { Outcome } from '../../../casework/each-alone.ts'
import { Outcomes } from '../../dossiers/pages/outcomes.tsx'
import { Notice } from '../../frame/notice.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'

/** What became of each dossier that was ticked. */
export const ApprovedPage = ({ staff, approved }: { staff: PermitStaff; approved: readonly Outcome[] }) => {
  const granted = approved.filter(({ outcome }) => outcome === 'done').length
  const not = approved.length - granted
  return (
    <PermitFrame {...{ staff, at: '/staff/permits/waiting', title: 'Kết quả duyệt', failed: not > 0 }}>
      <Notice bad={not > 0}>
        <p>
          Đã cấp giấy cho {granted} hồ sơ, chưa cấp {not} hồ sơ.
        </p>
      </Notice>
      <Outcomes of={approved} done="Đã cấp, giấy đang được gửi qua Zalo" not="Chưa cấp, vẫn còn trong danh sách chờ" />
      <p>
        <a class="button" href="/staff/permits/waiting">
          Về danh sách chờ duyệt
        </a>
      </p>
    </PermitFrame>
  )
}
