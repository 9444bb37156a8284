import { renderArea } from '../../../province/areas.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { renderTerms } from '../../../permits/code/render-terms.ts'
import { renderApplicant } from '../../dossiers/pages/applicant.ts'
import { Files } from '../../dossiers/pages/files.tsx'
import { StatusChip } from '../../dossiers/pages/status-chip.tsx'
import { type ApprovalCheck, type Examined, isClear } from '../examine.ts'
import { renderTick } from '../../frame/ticked.ts'
import { renderPeriod } from '../../dossiers/render-duplicate.ts'

interface RowsProps {
  caption: string
  examined: readonly Examined[]
  /** Each has been chosen before, and is shown once more. */
  ticked?: boolean
}

/** Dossiers with all that somebody who approves them must have seen: who, whither, the checks, and the pictures themselves. */
export const WaitingRows = ({ caption, examined, ticked = false }: RowsProps) => (
  <table class="waiting">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Hồ sơ</th>
        <th scope="col">Người và xe</th>
        <th scope="col">Xin đi</th>
        <th scope="col">Giấy tờ và kiểm tra</th>
      </tr>
    </thead>
    <tbody>
      {examined.map((one) => (
        <Row key={one.dossier.id} one={one} ticked={ticked} />
      ))}
    </tbody>
  </table>
)

const Row = ({ one, ticked }: { one: Examined; ticked: boolean }) => {
  const { dossier, kind, claims, checks, files } = one
  return (
    <tr>
      <td>
        {isClear(one) ? (
          <label class="tick">
            <input type="checkbox" name="approve" value={renderTick(dossier)} checked={ticked} />
            <span>
              <span class="unseen">Chọn hồ sơ </span>
              <span class="code">{dossier.code}</span>
            </span>
          </label>
        ) : (
          <a class="code" href={`/staff/dossiers/${dossier.id}`}>
            {dossier.code}
          </a>
        )}{' '}
        <StatusChip status={dossier.status} />
        {isClear(one) && (
          <a class="open" href={`/staff/dossiers/${dossier.id}`}>
            Mở hồ sơ<span class="unseen"> {dossier.code}</span>
          </a>
        )}
      </td>
      <td class="roomy">
        <b>{claims?.name ?? renderApplicant(dossier)}</b>
        {claims && (
          <span class="soft">
            Căn cước: 4 số cuối {claims.idLast4}; {claims.plate ? `xe ${claims.plate}` : 'không đi xe riêng'}
          </span>
        )}
      </td>
      <td class="roomy">
        <span class="sentence">{kind.name}</span>
        {claims && (
          <span class="soft">
            {kind.purposes.find(({ code }) => code === claims.purpose)?.label};{' '}
            {`${renderArea(claims.from)} → ${renderArea(claims.to)}`}
          </span>
        )}
        {claims && <span class="soft">{renderPeriod(claims)}</span>}
        {claims?.terms && <span class="soft">{renderTerms(claims.terms)}</span>}
        <span class="soft">Nộp lúc {renderInstant(dossier.filedAt)}</span>
      </td>
      <td>
        <Files ids={files.ids} files={files} of={`giấy tờ của hồ sơ ${dossier.code}`} />
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
const CheckLine = ({ label, trouble, plain }: ApprovalCheck) => {
  if (plain) return <li>– {label}</li>
  return trouble === undefined ? (
    <li>
      <span class="fine">✓</span> {label}
    </li>
  ) : (
    <li class="whole">
      <span class="doubt">! {label}.</span> {trouble}
    </li>
  )
}
