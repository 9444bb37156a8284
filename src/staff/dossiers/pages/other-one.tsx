import type { Dossier } from '../../../dossiers/dossier.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { fold } from '../../../kernel/text.ts'
import { Facts } from '../../frame/facts.tsx'
import { Notice } from '../../frame/notice.tsx'
import { renderApplicant } from './applicant.ts'

interface OtherOneProps {
  dossier: Dossier
  procedureName: string
  /** The one that would be closed. */
  beside: Dossier
}

/** The dossier that goes on instead: a code is typed wrongly by one digit, a procedure and a name are not. */
export const OtherOne = ({ dossier: other, procedureName, beside }: OtherOneProps) => {
  const isOtherPerson = other.citizen !== beside.citizen && fold(other.applicant) !== fold(beside.applicant)
  return (
    <>
      {isOtherPerson && other.flow !== beside.flow && (
        <Notice bad>
          <p>
            <b>Hai hồ sơ này khác cả thủ tục lẫn người nộp.</b> Xin xem lại mã: có thể đã gõ nhầm, và người dân sẽ nhận
            mã hồ sơ của người khác.
          </p>
        </Notice>
      )}
      <section class="card" aria-labelledby="other">
        <h2 id="other">Hồ sơ đi tiếp</h2>
        <Facts
          of={[
            <a class="code" href={`/staff/dossiers/${other.id}`}>
              {other.code}
            </a>,
            <b>{procedureName}</b>,
            renderApplicant(other),
            `nộp lúc ${renderInstant(other.filedAt)}`,
          ]}
        />
        <p>
          <a href={`/staff/dossiers/${beside.id}/beside/${other.id}`}>Xem hai hồ sơ cạnh nhau</a>
        </p>
      </section>
    </>
  )
}
