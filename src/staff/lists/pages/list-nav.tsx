import { MOST_COUNTED, type QueueCounts } from '../../../dossiers/ports.ts'
import { type ListQuery, renderListQuery, slugOf } from '../list-query.ts'
import type { NamedList } from '../work-lists.ts'

interface NavProps {
  counts: QueueCounts
  query: ListQuery
  lists: readonly NamedList[]
}

/** Every list of work, with how much waits in it. */
export const ListNav = ({ counts, query, lists }: NavProps) => {
  const current = slugOf(query)
  return (
    <nav aria-label="Danh sách công việc">
      <ul class="chips">
        {lists.map((list) => (
          <li key={list.slug}>
            <a
              href={renderListQuery({ list: list.slug, agency: query.agency })}
              {...(list.slug === current && { 'aria-current': 'page' as const })}
            >
              {list.name} {list.counted && <b data-count={list.slug}>{renderCount(counts[list.counted])}</b>}
            </a>
          </li>
        ))}
      </ul>
      <p class="unseen" role="status" id="counts-said" />
    </nav>
  )
}

/** As it stands beside a list: counting ends somewhere. */
export const renderCount = (count: number): string => (count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count))
