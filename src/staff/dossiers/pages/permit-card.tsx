import type { Dossier } from '../../../dossiers/dossier.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { Permit } from '../../../permits/code/permit.ts'
import { WordsForm } from './action-forms.tsx'
import type { Trouble } from './trouble.ts'
import { exampleOfRevoking } from './examples.ts'

interface PermitCardProps {
  permit: Permit
  linked: readonly Permit[]
  permitName: (kind: string) => string
  dossier: Dossier
  csrf: string
  now: number
  mayRevoke: boolean
  typed?: Trouble
}

const asksOf = (permit: Permit) => ({
  label: 'Lý do thu hồi',
  hint: `Giấy mất giá trị ngay và người dân được báo nguyên văn lý do. Ví dụ: ${exampleOfRevoking(permit)}`,
  send: 'Xem lại trước khi thu hồi',
})

export const PermitCard = ({ permit, linked, permitName, dossier, csrf, now, mayRevoke, typed }: PermitCardProps) => {
  const { id, number, validFrom, validUntil, digits, revokedAt, revokedBecause } = permit
  const isOver = revokedAt !== undefined || now >= validUntil
  return (
    <section class="card permit" aria-labelledby={`permit-${id}`}>
      <h2 class="sentence" id={`permit-${id}`}>
        {permitName(permit.kind)} số <span class="code">{number}</span>
      </h2>
      <div class="permit-body">
        <a class="qr no-print" href={`/staff/permits/${id}.png`} target="_blank" rel="noopener">
          <img src={`/staff/permits/${id}.png`} alt={`Ảnh giấy số ${number} có mã QR`} loading="lazy" width="110" />
        </a>
        <dl class="answers">
          <dt>Tình trạng</dt>
          <dd>
            <Standing permit={permit} now={now} />
          </dd>
          <dt>Hiệu lực</dt>
          <dd>
            {renderInstant(validFrom)} đến {renderInstant(validUntil)}
          </dd>
          <Links {...{ permit, linked, permitName }} />
          {revokedAt !== undefined && (
            <>
              <dt>Thu hồi</dt>
              <dd>{`${renderInstant(revokedAt)}\n${revokedBecause ?? ''}`}</dd>
            </>
          )}
        </dl>
      </div>
      <p class="links no-print">
        <a href={`/p/${digits}`} target="_blank" rel="noopener">
          Xem như tại chốt kiểm tra
        </a>{' '}
        <a href={`/staff/permits/${id}.pdf`} target="_blank" rel="noopener">
          Bản để in (PDF)
        </a>
      </p>
      {!isOver && mayRevoke && (
        <WordsForm
          {...{ dossier, csrf, type: 'revoke' as const, summary: 'Thu hồi giấy', asks: asksOf(permit), danger: true }}
          {...(typed?.type === 'revoke' && { typed })}
        >
          <input type="hidden" name="permit" value={id} />
        </WordsForm>
      )}
    </section>
  )
}

/** An extension begins where the other ends; a permit made anew under another key stands for the same time. */
const Links = ({ permit, linked, permitName }: Pick<PermitCardProps, 'permit' | 'linked' | 'permitName'>) => {
  const before = linked.filter(({ id }) => id === permit.replaces)
  const after = linked.filter(({ replaces }) => replaces === permit.id)
  return (
    <>
      {before.map((other) => (
        <Link
          key={other.id}
          label={permit.validFrom >= other.validUntil ? 'Gia hạn của' : 'Cấp thay'}
          {...{ other, permitName }}
        />
      ))}
      {after.map((other) => (
        <Link
          key={other.id}
          label={other.validFrom >= permit.validUntil ? 'Được gia hạn bằng' : 'Được thay bằng'}
          {...{ other, permitName }}
        />
      ))}
    </>
  )
}

const Link = ({ label, other, permitName }: { label: string; other: Permit } & Pick<PermitCardProps, 'permitName'>) => (
  <>
    <dt>{label}</dt>
    <dd>
      <a href={`/staff/dossiers/${other.dossier}#permit-${other.id}`}>
        {permitName(other.kind)} số <span class="code">{other.number}</span>
      </a>
    </dd>
  </>
)

/** In words and colour; a revoked permit stays revoked after it has run out. */
const Standing = ({ permit, now }: { permit: Permit; now: number }) => {
  if (permit.revokedAt !== undefined) return <span class="status stopped">Đã thu hồi</span>
  if (now >= permit.validUntil) return <span class="status ended">Hết hạn</span>
  if (now < permit.validFrom) return <span class="status new">Chưa đến giờ hiệu lực</span>
  return <span class="status running">Đang có hiệu lực</span>
}
