import type { QueueCounts } from '../../../dossiers/ports.ts'
import type { SavedList } from '../../../dossiers/saved-lists.ts'
import { STATUSES, statuses } from '../../../dossiers/status.ts'
import { SearchBox } from '../../dossiers/pages/search-box.tsx'
import { Layout } from '../../frame/layout.tsx'
import { renderListQuery, slugOf } from '../list-query.ts'
import { listOf, type NamedList } from '../work-lists.ts'
import { ManyBar, type ManyBarProps } from './many-bar.tsx'
import { ListNav } from './list-nav.tsx'
import { SavedNav } from './saved-nav.tsx'
import { DossierTable, type TableProps } from './list-table.tsx'

interface ListProps extends TableProps {
  counts: QueueCounts
  /** Those that are for who looks. */
  lists: readonly NamedList[]
  /** Lists under a name, and what one more needs. */
  saved: readonly SavedList[]
  newId: string
  shares: readonly { code: string; name: string }[]
  /** What is looked for. */
  typed: string
  procedures: readonly { flow: string; name: string }[]
  /** Codes to choose from; none where there is only one. */
  agencies: readonly string[]
  /** Who looks has nothing to do with dossiers. */
  isNobody: boolean
  isAdministrator: boolean
  /** Years whose holidays nobody has compared with the government's plan. */
  unreviewed: readonly number[]
  /** What can be done to several rows at once. */
  many?: Omit<ManyBarProps, 'csrf'>
  /** Address of the next page, when there is one. */
  next?: string
}

export const ListPage = (props: ListProps) => {
  const { signedIn, rows, counts, query, unreviewed, next } = props
  const list = listOf(slugOf(query))
  // What somebody opened is looked up by nothing else.
  const isOpened = list.make === 'opened'
  return (
    <Layout title={list.name} signedIn={signedIn} at="dossiers" keys script="/staff/counts.js" wide>
      <h1>{list.slug === 'all' ? 'Hồ sơ' : list.name}</h1>
      {unreviewed.length > 0 && (
        <p class="notice">
          Lịch nghỉ năm {unreviewed.join(', ')} chưa được đối chiếu với kế hoạch của Chính phủ, nên hạn trả có thể lệch.
          Xin đối chiếu ở trang <a href="/staff/calendars">Lịch làm việc</a>.
        </p>
      )}
      {props.isNobody ? (
        <NoDesk isAdministrator={props.isAdministrator} />
      ) : (
        <>
          <ListNav {...{ counts, query, lists: props.lists }} />
          <SearchBox
            {...{ csrf: signedIn.csrf, typed: props.typed }}
            list={isOpened ? '' : (renderListQuery(query).split('?')[1] ?? '')}
          />
          {!isOpened && <Filters {...props} />}
          <SavedNav {...{ saved: props.saved, query, csrf: signedIn.csrf, newId: props.newId, shares: props.shares }} />
          {rows.length === 0 ? (
            <Nothing {...props} empty={list.empty} />
          ) : (
            <div class="many">
              <DossierTable {...props} />
              {props.many && <ManyBar csrf={signedIn.csrf} {...props.many} />}
            </div>
          )}
        </>
      )}
      <nav class="pages" aria-label="Trang">
        {query.after && <a href={renderListQuery({ ...query, after: undefined })}>← Về đầu danh sách</a>}
        {next && (
          <a class="button" href={next}>
            Xem thêm
          </a>
        )}
      </nav>
    </Layout>
  )
}

const NoDesk = ({ isAdministrator }: Pick<ListProps, 'isAdministrator'>) => (
  <div class="card empty">
    {isAdministrator ? (
      <>
        <p>
          Tài khoản quản trị này không xử lý hồ sơ nên ở đây không có danh sách. Muốn xem hồ sơ, ông/bà tự thêm vai trò
          tiếp nhận, chuyên viên hoặc lãnh đạo ở một cơ quan.
        </p>
        <p>
          <a class="button" href="/staff/people">
            Người và vai trò
          </a>{' '}
          <a class="button plain" href="/staff/agencies">
            Cơ quan
          </a>
        </p>
      </>
    ) : (
      <p>Tài khoản này chưa được giao việc xử lý hồ sơ ở cơ quan nào. Cần xem hồ sơ, xin báo quản trị viên.</p>
    )}
  </div>
)

const isNarrowed = ({ procedure, status, agency }: ListProps['query']): boolean =>
  Boolean(procedure || status || agency)

const Filters = (props: ListProps) => (
  <details class="filters" open={isNarrowed(props.query)}>
    <summary>Lọc theo thủ tục, trạng thái</summary>
    <FilterForm {...props} />
  </details>
)

const FilterForm = ({ query, procedures, agencies, agencyName }: ListProps) => (
  <form class="search" method="get" action="/staff" aria-label="Lọc danh sách">
    {query.list && <input type="hidden" name="list" value={query.list} />}
    {query.search && <input type="hidden" name="search" value={query.search} />}
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
    <div>
      <label for="status">Trạng thái</label>
      <select id="status" name="status">
        <option value="">Mọi trạng thái</option>
        {statuses.map((status) => (
          <option key={status} value={status} selected={status === query.status}>
            {STATUSES[status].label}
          </option>
        ))}
      </select>
    </div>
    {agencies.length > 0 && (
      <div>
        <label for="agency">Cơ quan</label>
        <select id="agency" name="agency">
          <option value="">Mọi cơ quan</option>
          {agencies.map((code) => (
            <option key={code} value={code} selected={code === query.agency}>
              {agencyName(code)}
            </option>
          ))}
        </select>
      </div>
    )}
    <button type="submit" class="plain">
      Lọc
    </button>
  </form>
)

const Nothing = ({ query, typed, empty }: Pick<ListProps, 'query' | 'typed'> & { empty: string }) => (
  <div class="card empty">
    {typed || isNarrowed(query) ? (
      <>
        <p>Không có hồ sơ nào khớp{typed && ` với “${typed}”`}.</p>
        <p>
          <a href="/staff?list=all">Xem tất cả hồ sơ</a>
        </p>
      </>
    ) : (
      <p>{empty}</p>
    )}
  </div>
)
