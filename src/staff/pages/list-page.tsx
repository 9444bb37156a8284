import type { DossierSummary } from '../../dossiers/dossier.ts'
import { STATUSES, type Status, statuses } from '../../dossiers/status.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { renderAge } from './age.ts'
import { Layout } from './layout.tsx'
import { StatusChip } from './status-chip.tsx'

interface ListProps {
  signedIn: { name: string; csrf: string }
  rows: readonly DossierSummary[]
  counts: Partial<Record<Status, number>>
  status?: Status
  code: string
  /** Address of the next page, when there is one. */
  next?: string
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  now: number
}

export const ListPage = (props: ListProps) => {
  const { signedIn, rows, counts, status, code, next } = props
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  return (
    <Layout title="Hồ sơ" signedIn={signedIn}>
      <h1>Hồ sơ</h1>
      <nav aria-label="Lọc theo trạng thái">
        <ul class="chips">
          <Chip href="/staff" current={!status} label={`Tất cả (${total})`} />
          {statuses
            .filter((one) => counts[one] || one === status)
            .map((one) => (
              <Chip
                key={one}
                href={`/staff?status=${one}`}
                current={one === status}
                label={`${STATUSES[one].label} (${counts[one] ?? 0})`}
              />
            ))}
        </ul>
      </nav>
      <form class="search" method="get" action="/staff" role="search">
        {status && <input type="hidden" name="status" value={status} />}
        <div>
          <label for="code">Tìm theo mã hồ sơ</label>
          <input id="code" name="code" value={code} placeholder="H12.99-301126-0001" maxLength={40} />
        </div>
        <button type="submit" class="plain">
          Tìm
        </button>
      </form>
      {rows.length === 0 ? (
        <p class="card">{code ? `Không có hồ sơ nào có mã chứa “${code}”.` : 'Chưa có hồ sơ nào ở đây.'}</p>
      ) : (
        <DossierTable {...props} />
      )}
      {next && (
        <p>
          <a class="button" href={next}>
            Xem thêm
          </a>
        </p>
      )}
    </Layout>
  )
}

const Chip = ({ href, current, label }: { href: string; current: boolean; label: string }) => (
  <li>
    <a href={href} {...(current && { 'aria-current': 'page' as const })}>
      {label}
    </a>
  </li>
)

const DossierTable = ({ rows, procedureName, agencyName, now }: ListProps) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Mã hồ sơ</th>
        <th scope="col">Người nộp</th>
        <th scope="col">Thủ tục</th>
        <th scope="col">Trạng thái</th>
        <th scope="col">Nộp lúc</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <a class="code" href={`/staff/dossiers/${row.id}`}>
              {row.code}
            </a>
          </td>
          <td>{row.applicant}</td>
          <td>
            {procedureName(row.procedure)} <span class="soft">{agencyName(row.agency)}</span>
          </td>
          <td>
            <StatusChip status={row.status} />
            {row.lastAction === 'supplemented' && <span class="soft">Người dân đã bổ sung</span>}
          </td>
          <td>
            <time title={renderInstant(row.filedAt)} dateTime={new Date(row.filedAt).toISOString()}>
              {renderAge(row.filedAt, now)}
            </time>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
