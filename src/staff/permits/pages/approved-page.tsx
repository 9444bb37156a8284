import type { Approved } from '../../../casework/approve-many.ts'
import { Notice } from '../../frame/notice.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'

/** What became of each dossier that was ticked. */
export const ApprovedPage = ({ staff, approved }: { staff: PermitStaff; approved: readonly Approved[] }) => {
  const granted = approved.filter(({ outcome }) => outcome === 'granted')
  const not = approved.filter((one) => one.outcome === 'not')
  return (
    <PermitFrame {...{ staff, at: '/staff/permits/waiting', title: 'Kết quả duyệt', failed: not.length > 0 }}>
      <Notice bad={not.length > 0}>
        <p>
          Đã cấp giấy cho {granted.length} hồ sơ, chưa cấp {not.length} hồ sơ.
        </p>
      </Notice>
      {not.length > 0 && (
        <section class="card" aria-labelledby="not">
          <h2 id="not">Chưa cấp, vẫn còn trong danh sách chờ</h2>
          <ul class="plain-list">
            {not.map((one) => (
              <li key={one.dossier}>
                <DossierLink {...one} />: {one.because}
              </li>
            ))}
          </ul>
        </section>
      )}
      {granted.length > 0 && (
        <section class="card" aria-labelledby="granted">
          <h2 id="granted">Đã cấp, giấy đang được gửi qua Zalo</h2>
          <ul class="plain-list">
            {granted.map((one) => (
              <li key={one.dossier}>
                <DossierLink {...one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a class="button" href="/staff/permits/waiting">
          Về danh sách chờ duyệt
        </a>
      </p>
    </PermitFrame>
  )
}

const DossierLink = ({ dossier, code }: Approved) =>
  code === undefined ? (
    <>Một hồ sơ</>
  ) : (
    <a class="code" href={`/staff/dossiers/${dossier}`}>
      {code}
    </a>
  )
