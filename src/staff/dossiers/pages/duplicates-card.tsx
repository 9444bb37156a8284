import { COMPARED, type Duplicate } from '../../../casework/duplicates.ts'
import { renderOther, renderPeriod, renderSame } from '../render-duplicate.ts'

/** What must be seen before approving: the same person or vehicle at the same time. */
export const DuplicatesCard = ({ duplicates }: { duplicates: readonly Duplicate[] }) => (
  <section class="card" aria-labelledby="duplicates">
    <h2 id="duplicates">Giấy và hồ sơ trùng</h2>
    {duplicates.length === 0 ? (
      <p>Không thấy giấy hay hồ sơ nào trùng người hoặc trùng biển số trong thời gian này.</p>
    ) : (
      <>
        <p class="fresh">Có {duplicates.length} chỗ trùng thời gian. Xin xem trước khi duyệt.</p>
        <ul class="history">
          {duplicates.map((duplicate) => (
            <li key={`${duplicate.of.type} ${duplicate.dossier}`}>
              <a href={`/staff/dossiers/${duplicate.dossier}`}>{renderOther(duplicate)}</a>:{' '}
              <b>{renderSame(duplicate)}</b>
              <p>{renderPeriod(duplicate)}</p>
            </li>
          ))}
        </ul>
      </>
    )}
    <p class="soft">So với mọi giấy còn hạn và {COMPARED} hồ sơ chưa duyệt mới nhất cùng loại.</p>
  </section>
)
