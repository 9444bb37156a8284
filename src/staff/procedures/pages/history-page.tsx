import { renderInstant } from '../../../kernel/clock.ts'
import type { FlowVersion } from '../../../procedures/ports.ts'
import { Facts } from '../../frame/facts.tsx'
import type { SignedInAs } from '../../frame/layout.tsx'
import { renderEdition } from '../../../procedures/consequences.ts'
import { ProcedureFrame, pathOf } from './frame.tsx'
import { PLACE_WORDS } from './glossary.tsx'
import { renderAuthor } from './list-page.tsx'

interface HistoryProps {
  signedIn: SignedInAs
  mayEdit: boolean
  flow: string
  name: string
  code?: string | undefined
  /** Newest first. */
  rows: readonly FlowVersion[]
}

export const HistoryPage = ({ signedIn, mayEdit, flow, name, code, rows }: HistoryProps) => (
  <ProcedureFrame {...{ signedIn, flow, name, code }} at="history" title="Lịch sử">
    <section class="card" aria-labelledby="publications">
      <h2 id="publications">Các lần xuất bản</h2>
      <p class="soft">{PLACE_WORDS}</p>
      {rows.length === 0 && <p>Chưa xuất bản lần nào.</p>}
      <ol class="history" reversed>
        {rows.map((row, i) => {
          const place = new URLSearchParams({ version: String(row.version), revision: String(row.revision) }).toString()
          return (
            <li key={place}>
              <strong>Bản {renderEdition(row).replace('bản ', '')}</strong>{' '}
              {row.withdrawn !== undefined ? (
                <span class="status stopped">{i === 0 ? 'Đang ngừng nhận' : 'Ngừng nhận'}</span>
              ) : (
                i === 0 && <span class="status running">Đang dùng</span>
              )}
              {row.withdrawn === undefined && rows[i + 1]?.withdrawn !== undefined && <span> Mở lại</span>}
              <Facts
                soft
                of={[
                  renderAuthor(row.publishedBy),
                  <time dateTime={new Date(row.publishedAt).toISOString()}>{renderInstant(row.publishedAt)}</time>,
                ]}
              />
              {row.withdrawn !== undefined && <blockquote>{row.withdrawn}</blockquote>}
              {i > 0 && row.withdrawn === undefined && (
                <p class="no-print">
                  <a href={`${pathOf(flow)}/roll-back?${place}`}>
                    {mayEdit ? 'Xem khác biệt và quay về' : 'Xem khác biệt'}
                    <span class="unseen"> với {renderEdition(row)}</span>
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  </ProcedureFrame>
)
