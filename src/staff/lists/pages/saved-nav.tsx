import type { SavedList } from '../../../dossiers/saved-lists.ts'
import { listAddress, type ListQuery, savedQuery } from '../list-query.ts'
import { SaveForm, type SaveFormProps } from './save-form.tsx'

export const SAVED_PATH = '/staff/saved-lists'

interface SavedNavProps extends Omit<SaveFormProps, 'query'> {
  saved: readonly SavedList[]
  query: ListQuery
}

/** Lists that somebody put together, and a way to keep the one that is shown. */
export const SavedNav = ({ saved, query, ...form }: SavedNavProps) => {
  const shown = savedQuery(query)
  return (
    <>
      {saved.length > 0 && (
        <nav aria-label="Danh sách đã lưu">
          <ul class="chips">
            {saved.map((list) => (
              <li key={list.id}>
                <a
                  href={listAddress(list.query)}
                  {...(list.query === shown && !query.search && { 'aria-current': 'page' as const })}
                >
                  {list.name}
                  {list.agency !== null && <span class="unseen"> (dùng chung)</span>}
                </a>
              </li>
            ))}
            <li>
              <a href={SAVED_PATH}>Sửa danh sách đã lưu</a>
            </li>
          </ul>
        </nav>
      )}
      <details class="no-print">
        <summary>Lưu danh sách này</summary>
        {query.search && <p class="hint">Từ đang tìm không được lưu, vì có thể là thông tin của người dân.</p>}
        <SaveForm {...form} query={shown} />
      </details>
    </>
  )
}
