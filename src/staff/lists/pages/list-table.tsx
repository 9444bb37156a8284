import type { ListedDossier } from '../../../dossiers/ports.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierId, StaffId } from '../../../kernel/ids.ts'
import type { Unreached } from '../../../notifications/dossier-messages.ts'
import { renderApplicant } from '../../dossiers/pages/applicant.ts'
import { NotReached } from '../../dossiers/pages/delivery.tsx'
import { Due } from '../../dossiers/pages/due.tsx'
import { StatusChip } from '../../dossiers/pages/status-chip.tsx'
import { renderAge } from '../../frame/age.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { renderTick } from '../../frame/ticked.ts'
import { type ListQuery, renderListQuery, slugOf } from '../list-query.ts'
import { listOf } from '../work-lists.ts'

export interface TableProps {
  signedIn: SignedInAs
  /** Who looks. */
  account: StaffId
  rows: readonly ListedDossier[]
  query: ListQuery
  /** The most urgent come first, else the newest. */
  isByUrgency: boolean
  /** Names of those who work on a row. */
  handlers: ReadonlyMap<StaffId, string>
  /** Rows whose citizen has not got the last message, and the numbers to call. */
  unreached: ReadonlyMap<DossierId, Unreached>
  phones: ReadonlyMap<DossierId, string>
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  now: number
  /** A row can be ticked; each is, as the page opens. */
  ticks?: { all: boolean }
}

export const DossierTable = (props: TableProps) => {
  const { rows, query } = props
  const quick = listOf(slugOf(query)).quick
  // So that the way back leads to the same list, and on to the next row of it.
  const filters = renderListQuery(query).split('?')[1] ?? ''
  return (
    <table>
      <caption class="unseen">Hồ sơ, {props.isByUrgency ? 'gấp nhất' : 'mới nhất'} trước</caption>
      <thead>
        <tr>
          <th scope="col">Mã hồ sơ</th>
          <th scope="col">Người nộp</th>
          <th scope="col">Thủ tục</th>
          <th scope="col">Trạng thái</th>
          <th scope="col">Người xử lý</th>
          <th scope="col">Hạn</th>
          <th scope="col">Nộp lúc</th>
          {quick && (
            <th scope="col">
              <span class="unseen">Việc</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} {...props} {...{ row, filters, quick }} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps extends TableProps {
  row: ListedDossier
  filters: string
  quick: ReturnType<typeof listOf>['quick']
}

const Row = ({ row, filters, quick, ...props }: RowProps) => {
  const { unreached, phones, procedureName, agencyName, now } = props
  const from = new URLSearchParams({ from: filters, at: String(row.at) }).toString()
  return (
    <tr>
      <td>
        <div {...(props.ticks && { class: 'tick' })}>
          {props.ticks && (
            <input
              type="checkbox"
              {...{ name: 'ticked', form: 'many', value: renderTick(row), checked: props.ticks.all }}
              aria-label={`Chọn hồ sơ ${row.code}`}
            />
          )}
          <a class="code" href={`/staff/dossiers/${row.id}?${from}`}>
            {row.code}
          </a>
        </div>
      </td>
      <td>{renderApplicant(row)}</td>
      <td>
        {procedureName(row.flow)}
        <span class="soft">
          {agencyName(row.agency)}
          {row.holder !== row.agency && `, đang ở ${agencyName(row.holder)}`}
        </span>
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
      <td>{renderHandler(row.handler, props)}</td>
      <td>
        <Due {...row} now={now} />
      </td>
      <td>
        <time title={renderInstant(row.filedAt)} dateTime={new Date(row.filedAt).toISOString()}>
          {renderAge(row.filedAt, now)}
        </time>
      </td>
      {quick && (
        <td>
          <form method="post" action={`/staff/dossiers/${row.id}/${quick.act}`}>
            <input type="hidden" name="csrf" value={props.signedIn.csrf} />
            <input type="hidden" name="revision" value={row.revision} />
            <input type="hidden" name="back" value={filters} />
            <button type="submit" class="plain" aria-label={`${quick.label} hồ sơ ${row.code}`}>
              {quick.label}
            </button>
          </form>
        </td>
      )}
    </tr>
  )
}

const renderHandler = (handler: StaffId | null, { account, handlers }: Pick<TableProps, 'account' | 'handlers'>) =>
  handler === null ? <span class="soft">Chưa có</span> : handler === account ? 'Tôi' : (handlers.get(handler) ?? '')
