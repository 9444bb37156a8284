import { renderDue } from '../../../dossiers/deadlines/render-due.ts'
import type { ActionType } from '../../../dossiers/dossier.ts'
import type { ListedDossier } from '../../../dossiers/ports.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierId, StaffId } from '../../../kernel/ids.ts'
import type { Unreached } from '../../../notifications/dossier-messages.ts'
import { renderApplicant } from '../../dossiers/pages/applicant.ts'
import { NotReached } from '../../dossiers/pages/delivery.tsx'
import { Due } from '../../dossiers/pages/due.tsx'
import { StatusChip } from '../../dossiers/pages/status-chip.tsx'
import { renderAge } from '../../frame/age.ts'
import { renderTick } from '../../frame/ticked.ts'
import type { Column } from '../work-lists.ts'

/** What the cells of a row are made of, besides the row. */
export interface CellProps {
  /** Who looks. */
  account: StaffId
  /** Names of those who work on a row. */
  handlers: ReadonlyMap<StaffId, string>
  /** Rows whose citizen has not got the last message, and the numbers to call. */
  unreached: ReadonlyMap<DossierId, Unreached>
  phones: ReadonlyMap<DossierId, string>
  /** When the agency that has a row should be done with its own step. */
  steps: ReadonlyMap<DossierId, number>
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  /** The one agency of who looks, which no row has to name. */
  ownAgency?: string
  now: number
  /** A row can be ticked; each is, as the page opens. */
  ticks?: { all: boolean }
  /** The list's query, so that the way back leads to it, and on to its next row. */
  filters: string
  /** The list has no place to go on from. */
  isUnplaced: boolean
}

type Cell = (row: ListedDossier, props: CellProps) => preact.ComponentChildren

const renderTime = (at: number, now: number) => (
  <time title={renderInstant(at)} dateTime={new Date(at).toISOString()}>
    {renderAge(at, now)}
  </time>
)

/** What the desk has to look at, after what was done last. */
const NEWS: Partial<Record<ActionType, string>> = {
  'answer overdue': 'Quá ngày hẹn bổ sung',
  supplemented: 'Người dân vừa bổ sung',
  'time wished': 'Người dân xin giờ hẹn khác',
}

export const COLUMNS: Record<Column, { head: string; cell: Cell }> = {
  code: { head: 'Mã hồ sơ', cell: (row, props) => renderCode(row, props) },
  applicant: { head: 'Người nộp', cell: (row) => renderApplicant(row) },
  procedure: {
    head: 'Thủ tục',
    cell: (row, { procedureName, ...props }) => (
      <>
        {procedureName(row.flow)}
        <span class="soft">{renderAgencies(row, props)}</span>
      </>
    ),
  },
  status: {
    head: 'Trạng thái',
    cell: (row, { unreached, phones }) => (
      <>
        <StatusChip status={row.status} />
        {row.answerBy !== null && row.lastAction !== 'answer overdue' && (
          <span class="soft">trả lời trước {renderDue(row.answerBy)}</span>
        )}
        {NEWS[row.lastAction] && <span class="fresh">{NEWS[row.lastAction]}</span>}
        {row.lastAction === 'time chosen' && <span class="soft">Người dân đã chọn giờ hẹn</span>}
        {unreached.has(row.id) && (
          <span class="soft">
            <NotReached unreached={unreached.get(row.id)!} phone={phones.get(row.id)} />
          </span>
        )}
      </>
    ),
  },
  handler: {
    head: 'Người xử lý',
    cell: ({ handler }, { account, handlers }) =>
      handler === null ? (
        <span class="soft">Chưa có</span>
      ) : handler === account ? (
        'Tôi'
      ) : (
        (handlers.get(handler) ?? '')
      ),
  },
  due: { head: 'Hạn', cell: (row, { now, steps }) => <Due {...row} now={now} until={steps.get(row.id)} /> },
  filed: { head: 'Nộp lúc', cell: (row, { now }) => renderTime(row.filedAt, now) },
  place: { head: 'Lần cuối', cell: (row, { now }) => renderTime(row.at, now) },
}

function renderCode(row: ListedDossier, { ticks, filters, isUnplaced }: CellProps) {
  const way = new URLSearchParams({ from: filters, ...(!isUnplaced && { at: String(row.at) }) })
  return (
    <div {...(ticks && { class: 'tick' })}>
      {ticks && (
        <>
          <label for={`tick-${row.id}`} class="unseen">{`Chọn hồ sơ ${row.code}`}</label>
          <input
            type="checkbox"
            {...{ id: `tick-${row.id}`, name: 'ticked', form: 'many', value: renderTick(row), checked: ticks.all }}
          />
        </>
      )}
      <a class="code" href={`/staff/dossiers/${row.id}?${way.toString()}`}>
        {row.code}
      </a>
    </div>
  )
}

/** Whose it is, and where it lies when that is somewhere else. */
function renderAgencies(
  { agency, holder }: ListedDossier,
  { agencyName, ownAgency }: Pick<CellProps, 'agencyName' | 'ownAgency'>,
): string {
  const owner = agency === ownAgency ? '' : agencyName(agency)
  if (holder === agency) return owner
  const place = holder === ownAgency ? 'đang ở cơ quan mình' : `đang ở ${agencyName(holder)}`
  return owner === '' ? place : `${owner}, ${place}`
}
