import type { ListedDossier } from '../../../dossiers/ports.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { type ListQuery, renderListQuery, slugOf } from '../list-query.ts'
import { listOf, type WorkList } from '../work-lists.ts'
import { type CellProps, COLUMNS } from './list-columns.tsx'

export interface TableProps extends Omit<CellProps, 'filters' | 'isUnplaced'> {
  signedIn: SignedInAs
  rows: readonly ListedDossier[]
  query: ListQuery
  /** The most urgent come first, else the newest. */
  isByUrgency: boolean
}

export const DossierTable = (props: TableProps) => {
  const { rows, query } = props
  const { columns, quick, make } = listOf(slugOf(query))
  const filters = renderListQuery(query).split('?')[1] ?? ''
  return (
    <table class="dossiers">
      <caption class="unseen">Hồ sơ, {props.isByUrgency ? 'gấp nhất' : 'mới nhất'} trước</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {COLUMNS[column].head}
            </th>
          ))}
          {quick && (
            <th scope="col">
              <span class="unseen">Việc</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column) => (
              <td key={column}>{COLUMNS[column].cell(row, { ...props, filters, isUnplaced: make === 'opened' })}</td>
            ))}
            {quick && <QuickCell {...{ row, quick, filters }} csrf={props.signedIn.csrf} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface QuickProps {
  row: ListedDossier
  quick: NonNullable<WorkList['quick']>
  filters: string
  csrf: string
}

const QuickCell = ({ row, quick, filters, csrf }: QuickProps) => (
  <td>
    <form method="post" action={`/staff/dossiers/${row.id}/${quick.act}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="revision" value={row.revision} />
      <input type="hidden" name="back" value={filters} />
      <button type="submit" class="plain" aria-label={`${quick.label} hồ sơ ${row.code}`}>
        {quick.label}
      </button>
    </form>
  </td>
)
