import type { Dossier } from '../../../dossiers/dossier.ts'
import type { DossierView, Viewed } from '../../../dossiers/views.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { renderAge } from '../../frame/age.ts'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'

interface ViewsProps {
  signedIn: SignedInAs
  dossier: Pick<Dossier, 'id' | 'code'>
  /** Newest first. */
  rows: readonly DossierView[]
  /** Where the next page begins, when there is one. */
  next?: number
  now: number
}

const OPENED: Record<Viewed, string> = {
  page: 'Trang hồ sơ',
  file: 'Ảnh, tệp người dân gửi',
  print: 'Bản in của giấy',
}

export const ViewsPage = ({ signedIn, dossier, rows, next, now }: ViewsProps) => {
  const path = `/staff/dossiers/${dossier.id}`
  return (
    <Layout title={`Ai đã xem hồ sơ ${dossier.code}`} signedIn={signedIn} at="dossiers">
      <p class="no-print">
        <a href={path}>← Hồ sơ {dossier.code}</a>
      </p>
      <h1>
        Ai đã xem hồ sơ <span class="code">{dossier.code}</span>
      </h1>
      {rows.length === 0 ? (
        <p class="card empty">Chưa có cán bộ nào mở hồ sơ này.</p>
      ) : (
        <table>
          <caption class="unseen">Các lần mở, mới nhất trước</caption>
          <thead>
            <tr>
              <th scope="col">Cán bộ</th>
              <th scope="col">Đã mở</th>
              <th scope="col">Lúc</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, name, what, at }) => (
              <tr key={place}>
                <td>{name}</td>
                <td>{OPENED[what]}</td>
                <td>
                  <time dateTime={new Date(at).toISOString()}>{renderInstant(at)}</time>
                  <span class="soft">{renderAge(at, now)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next !== undefined && (
        <nav class="pages" aria-label="Trang">
          <a class="button" href={`${path}/views?before=${next}`}>
            Xem các lần trước
          </a>
        </nav>
      )}
      <p class="soft">Cùng một người mở lại trong vòng 5 phút được ghi một lần. Hệ thống giữ các lần mở trong 2 năm.</p>
    </Layout>
  )
}
