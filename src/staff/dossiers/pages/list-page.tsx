import type { DossierSummary } from '../../../dossiers/dossier.ts'
import { STATUSES, type Status, statuses } from '../../../dossiers/status.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierId } from '../../../kernel/ids.ts'
import type { Unreached } from '../../../notifications/dossier-messages.ts'
import { type ListQuery, renderListQuery } from '../list-query.ts'
import { renderAge } from '../../frame/age.ts'
import { renderApplicant } from './applicant.ts'
import { NotReached } from './delivery.tsx'
import { Due } from './due.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { StatusChip } from './status-chip.tsx'

interface ListProps {
  signedIn: SignedInAs
  rows: readonly DossierSummary[]
  counts: Partial<Record<Status, number>>
  due: { late: number; today: number }
  query: ListQuery
  /** Rows whose citizen has not got the last message, and the numbers to call. */
  unreached: ReadonlyMap<DossierId, Unreached>
  phones: ReadonlyMap<DossierId, string>
  procedures: readonly { flow: string; name: string }[]
  /** Years whose holidays nobody has compared with the government's plan. */
  unreviewed: readonly number[]
  /** Address of the next page, when there is one. */
  next?: string
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  now: number
}

export const ListPage = (props: ListProps) => {
  const { signedIn, rows, query, unreviewed, next } = props
  return (
    <Layout title="Hồ sơ" signedIn={signedIn} at="dossiers">
      <h1>Hồ sơ</h1>
      {unreviewed.length > 0 && (
        <p class="notice">
          Lịch nghỉ năm {unreviewed.join(', ')} chưa được đối chiếu với kế hoạch của Chính phủ, nên hạn trả có thể lệch.
          Xin bổ sung vào province/calendars.json.
        </p>
      )}
      <StatusFilter {...props} />
      <SearchForm {...props} />
      {rows.length === 0 ? <Nothing query={query} /> : <DossierTable {...props} />}
      <nav class="pages" aria-label="Trang">
        {query.after && <a href={renderListQuery({ ...query, after: undefined })}>← Mới nhất</a>}
        {next && (
          <a class="button" href={next}>
            Xem thêm
          </a>
        )}
      </nav>
    </Layout>
  )
}

const StatusFilter = ({ counts, due, query }: ListProps) => {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const shown = statuses.filter((status) => counts[status] || status === query.status)
  const cleared = { ...query, status: undefined, reached: undefined, due: undefined, after: undefined }
  const to = (status: Status | undefined) => renderListQuery({ ...cleared, status })
  return (
    <nav aria-label="Lọc theo trạng thái">
      <ul class="chips">
        <Chip
          href={to(undefined)}
          current={!query.status && !query.reached && !query.due}
          label="Tất cả"
          count={total}
        />
        <Chip
          href={renderListQuery({ ...cleared, due: 'late' })}
          current={query.due === 'late'}
          label="Quá hạn"
          count={due.late}
        />
        <Chip
          href={renderListQuery({ ...cleared, due: 'today' })}
          current={query.due === 'today'}
          label="Đến hạn hôm nay"
          count={due.today}
        />
        {shown.map((status) => (
          <Chip
            key={status}
            href={to(status)}
            current={status === query.status}
            label={STATUSES[status].label}
            count={counts[status] ?? 0}
          />
        ))}
        <Chip
          href={renderListQuery({ ...cleared, reached: 'no' })}
          current={query.reached === 'no'}
          label="Chưa tới người dân"
        />
      </ul>
    </nav>
  )
}

const Chip = ({ href, current, label, count }: { href: string; current: boolean; label: string; count?: number }) => (
  <li>
    <a href={href} {...(current && { 'aria-current': 'page' as const })}>
      {label} {count !== undefined && <b>{count}</b>}
    </a>
  </li>
)

const SearchForm = ({ query, procedures }: ListProps) => (
  <form class="search" method="get" action="/staff" role="search">
    {query.reached && <input type="hidden" name="reached" value={query.reached} />}
    {query.status && <input type="hidden" name="status" value={query.status} />}
    {query.due && <input type="hidden" name="due" value={query.due} />}
    <div>
      <label for="code">Mã hồ sơ</label>
      <input
        id="code"
        name="code"
        value={query.code}
        placeholder="Một phần mã cũng được"
        maxLength={60}
        autocomplete="off"
        spellcheck={false}
      />
    </div>
    <div>
      <label for="procedure">Thủ tục</label>
      <select id="procedure" name="procedure">
        <option value="">Tất cả thủ tục</option>
        {procedures.map(({ flow, name }) => (
          <option key={flow} value={flow} selected={flow === query.procedure}>
            {name}
          </option>
        ))}
      </select>
    </div>
    <button type="submit" class="plain">
      Tìm
    </button>
  </form>
)

const Nothing = ({ query }: { query: ListQuery }) => (
  <div class="card empty">
    {query.code || query.procedure || query.status || query.reached || query.due ? (
      <>
        <p>Không có hồ sơ nào khớp{query.code && ` với mã “${query.code}”`}.</p>
        <p>
          <a href="/staff">Xem tất cả hồ sơ</a>
        </p>
      </>
    ) : (
      <p>Chưa có hồ sơ nào. Hồ sơ người dân nộp qua Zalo sẽ hiện ở đây.</p>
    )}
  </div>
)

const DossierTable = ({ rows, query, unreached, phones, procedureName, agencyName, now }: ListProps) => {
  // So that the way back leads to the same list.
  const filters = renderListQuery(query).split('?')[1]
  const from = filters ? `?${new URLSearchParams({ from: filters }).toString()}` : ''
  return (
    <table>
      <caption class="unseen">Hồ sơ, {query.due ? 'gấp nhất' : 'mới nhất'} trước</caption>
      <thead>
        <tr>
          <th scope="col">Mã hồ sơ</th>
          <th scope="col">Người nộp</th>
          <th scope="col">Thủ tục</th>
          <th scope="col">Trạng thái</th>
          <th scope="col">Hạn</th>
          <th scope="col">Nộp lúc</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a class="code" href={`/staff/dossiers/${row.id}${from}`}>
                {row.code}
              </a>
            </td>
            <td>{renderApplicant(row)}</td>
            <td>
              {procedureName(row.flow)}
              <span class="soft">{agencyName(row.agency)}</span>
            </td>
            <td>
              <StatusChip status={row.status} />
              {row.lastAction === 'supplemented' && <span class="fresh">Người dân vừa bổ sung</span>}
              {unreached.has(row.id) && (
                <span class="soft">
                  <NotReached unreached={unreached.get(row.id)!} phone={phones.get(row.id)} />
                </span>
              )}
            </td>
            <td>
              <Due {...row} now={now} />
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
}
