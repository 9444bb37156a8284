import { renderInstant } from '../../../kernel/clock.ts'
import type { ElsewhereVersion } from '../../../procedures/ports.ts'
import { renderAuthor } from './list-page.tsx'

/** Who published what, when and why. */
export const ElsewhereHistory = ({ rows }: { rows: readonly ElsewhereVersion[] }) => (
  <section class="card" aria-labelledby="history">
    <h2 id="history">Lịch sử</h2>
    <ol class="history">
      {rows.map(({ revision, state, why, publishedBy, publishedAt, entry }) => (
        <li key={revision}>
          <p>
            <strong>Lần {revision}</strong> {renderAuthor(publishedBy)} {state === 'told' ? 'xuất bản' : 'cho ngừng'}{' '}
            lúc {renderInstant(publishedAt)}
          </p>
          {why !== '' && <p>{why}</p>}
          <p class="soft">
            {entry.name}. {entry.where} {entry.says.length} câu. Nguồn: {entry.source}
          </p>
        </li>
      ))}
    </ol>
  </section>
)
