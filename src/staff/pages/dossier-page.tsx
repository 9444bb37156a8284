import type { Dossier, DossierAction } from '../../dossiers/dossier.ts'
import { renderInstant } from '../../kernel/clock.ts'
import type { Permit } from '../../permits/permit.ts'
import { ActionForms, type Retry, RevokeForm } from './action-forms.tsx'
import { Answers, type FilesById } from './answers.tsx'
import { History } from './history.tsx'
import { Layout } from './layout.tsx'
import { StatusChip } from './status-chip.tsx'

export interface DossierPageProps {
  signedIn: { name: string; csrf: string }
  dossier: Dossier
  actions: readonly DossierAction[]
  files: FilesById
  permits: readonly Permit[]
  procedureName: string
  agencyName: string
  now: number
  problem?: string
  retry?: Retry
}

export const DossierPage = (props: DossierPageProps) => {
  const { signedIn, dossier, actions, files, permits, procedureName, agencyName, problem, retry } = props
  return (
    <Layout title={`Hồ sơ ${dossier.code}`} signedIn={signedIn}>
      <p class="no-print">
        <a href="/staff">← Danh sách hồ sơ</a>
      </p>
      <h1>{procedureName}</h1>
      <p class="head">
        <span class="code">{dossier.code}</span> <StatusChip status={dossier.status} />
        <span class="soft">
          {agencyName} · nộp lúc {renderInstant(dossier.filedAt)} · mã tra cứu {dossier.lookupSecret}
        </span>
      </p>
      {problem && (
        <p class="problem" role="alert">
          <strong>Chưa thực hiện được.</strong> {problem}
        </p>
      )}
      <div class="columns">
        <div>
          <section class="card" aria-labelledby="answers">
            <h2 id="answers">Thông tin người dân khai</h2>
            <Answers answers={dossier.answers} files={files} />
          </section>
          {permits.map((permit) => (
            <PermitCard key={permit.id} permit={permit} {...props} />
          ))}
        </div>
        <div>
          <section class="card actions" aria-labelledby="actions">
            <h2 id="actions">Xử lý</h2>
            <ActionForms dossier={dossier} csrf={signedIn.csrf} {...(retry && { retry })} />
          </section>
          <section class="card" aria-labelledby="history">
            <h2 id="history">Quá trình</h2>
            <History actions={actions} files={files} />
          </section>
        </div>
      </div>
    </Layout>
  )
}

const PermitCard = ({ permit, dossier, signedIn, now, retry }: DossierPageProps & { permit: Permit }) => (
  <section class="card" aria-labelledby={`permit-${permit.id}`}>
    <h2 id={`permit-${permit.id}`}>Giấy đi đường {permit.number}</h2>
    <dl class="answers">
      <dt>Hiệu lực</dt>
      <dd>
        {renderInstant(permit.validFrom * 1000)} – {renderInstant(permit.validUntil * 1000)}
      </dd>
      <dt>Tình trạng</dt>
      <dd>
        {permit.revokedAt !== undefined
          ? `Đã thu hồi lúc ${renderInstant(permit.revokedAt)}: ${permit.revokedBecause ?? ''}`
          : now >= permit.validUntil * 1000
            ? 'Hết hạn'
            : now < permit.validFrom * 1000
              ? 'Chưa đến ngày hiệu lực'
              : 'Đang có hiệu lực'}
      </dd>
    </dl>
    <p class="no-print">
      <a href={`/p/${permit.digits}`} target="_blank" rel="noopener">
        Trang kiểm tra
      </a>{' '}
      ·{' '}
      <a href={`/staff/permits/${permit.id}.png`} target="_blank" rel="noopener">
        Ảnh mã QR
      </a>
    </p>
    {permit.revokedAt === undefined && (
      <RevokeForm dossier={dossier} csrf={signedIn.csrf} permit={permit.id} {...(retry && { retry })} />
    )}
  </section>
)
