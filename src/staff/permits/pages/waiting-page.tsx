import { renderArea } from '../../../kernel/areas.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { renderTerms } from '../../../permits/render-terms.ts'
import { StatusChip } from '../../pages/status-chip.tsx'
import { type Check, type Examined, isClear } from '../examine.ts'
import { renderPeriod } from '../render-duplicate.ts'
import { PermitFrame, type PermitStaff } from './frame.tsx'

interface WaitingProps {
  staff: PermitStaff
  examined: readonly Examined[]
  /** Address of the next page, when there is one. */
  next?: string
  isFirst: boolean
  /** Approving was asked for with nothing ticked. */
  nothingTicked: boolean
}

export const WaitingPage = ({ staff, examined, next, isFirst, nothingTicked }: WaitingProps) => (
  <PermitFrame {...{ staff, at: '/staff/permits/waiting', title: 'Hồ sơ chờ duyệt cấp giấy', failed: nothingTicked }}>
    {nothingTicked && (
      <p class="notice bad" role="alert">
        <b>Chưa thực hiện.</b> Xin chọn ít nhất một hồ sơ. Ví dụ: đánh dấu ô ở hàng đầu tiên.
      </p>
    )}
    {examined.length === 0 ? (
      <p class="card empty">Không có hồ sơ nào chờ duyệt.</p>
    ) : (
      <form method="post" action="/staff/permits/waiting">
        <input type="hidden" name="csrf" value={staff.csrf} />
        <p>Hồ sơ có dấu “!” không chọn được ở đây: xin mở từng hồ sơ để xem và quyết định.</p>
        <table>
          <caption class="unseen">Hồ sơ chờ duyệt, mới nhất trước</caption>
          <thead>
            <tr>
              <th scope="col">Hồ sơ</th>
              <th scope="col">Người và xe</th>
              <th scope="col">Xin đi</th>
              <th scope="col">Kiểm tra</th>
            </tr>
          </thead>
          <tbody>
            {examined.map((one) => (
              <Row key={one.dossier.id} {...one} />
            ))}
          </tbody>
        </table>
        {examined.some(isClear) && (
          <p class="no-print">
            <button type="submit">Duyệt những hồ sơ đã chọn</button>
          </p>
        )}
      </form>
    )}
    <nav class="pages" aria-label="Trang">
      {!isFirst && <a href="/staff/permits/waiting">← Mới nhất</a>}
      {next && (
        <a class="button" href={next}>
          Xem thêm
        </a>
      )}
    </nav>
  </PermitFrame>
)

const Row = (one: Examined) => {
  const { dossier, kind, claims, checks } = one
  return (
    <tr>
      <td>
        {isClear(one) ? (
          <label class="tick">
            <input type="checkbox" name="approve" value={`${dossier.id}_${dossier.revision}`} />
            <span>
              <span class="unseen">Chọn hồ sơ </span>
              <span class="code">{dossier.code}</span>
            </span>
          </label>
        ) : (
          <a class="code" href={`/staff/dossiers/${dossier.id}`}>
            {dossier.code}
          </a>
        )}
        <StatusChip status={dossier.status} />
        {isClear(one) && (
          <span class="soft">
            <a href={`/staff/dossiers/${dossier.id}`}>
              Mở hồ sơ<span class="unseen"> {dossier.code}</span>
            </a>
          </span>
        )}
      </td>
      <td class="roomy">
        {claims?.name ?? dossier.applicant}
        {claims && <span class="soft">Căn cước: 4 số cuối {claims.idLast4}</span>}
        {claims && <span class="soft">{claims.plate ? `Xe ${claims.plate}` : 'Không đi xe riêng'}</span>}
      </td>
      <td class="roomy">
        {kind.name}
        {claims && <span class="soft">{kind.purposes.find(({ code }) => code === claims.purpose)?.label}</span>}
        {claims && <span class="soft">{`${renderArea(claims.from)} → ${renderArea(claims.to)}`}</span>}
        {claims && <span class="soft">{renderPeriod(claims)}</span>}
        {claims?.terms && <span class="soft">{renderTerms(claims.terms)}</span>}
        <span class="soft">Nộp lúc {renderInstant(dossier.filedAt)}</span>
      </td>
      <td>
        <ul class="checks">
          {checks.map((check) => (
            <CheckLine key={check.label} {...check} />
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** In a sign and in words, never in colour alone. */
const CheckLine = ({ label, trouble }: Check) =>
  trouble === undefined ? (
    <li>
      <span class="fine">✓</span> {label}
    </li>
  ) : (
    <li>
      <span class="doubt">! {label}.</span> {trouble}
    </li>
  )
