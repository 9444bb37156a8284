import type { Agency } from '../../../dossiers/agencies.ts'
import { renderDay } from '../../../kernel/clock.ts'
import { Notice } from '../../frame/notice.tsx'
import { type OfficeStaff, PeopleFrame } from '../../people/pages/frame.tsx'

interface TreeProps {
  staff: OfficeStaff
  /** Those that are open and fit, each after the one above it; `depth` from 0. */
  open: readonly { agency: Agency; depth: number; next?: string | undefined }[]
  closed: readonly { agency: Agency; successor: string }[]
  planned: readonly Agency[]
  asked: string
  mayAdd: boolean
  children?: preact.ComponentChildren
}

const Row = ({ agency, depth, more }: { agency: Agency; depth: number; more?: string | undefined }) => (
  <tr>
    <td class={`depth-${Math.min(depth, 3)}`}>
      <a href={`/staff/agencies/${agency.code}`}>{agency.name}</a>
      {more && <span class="soft">{more}</span>}
    </td>
    <td data-label="Mã">{agency.code}</td>
    <td data-label="Điện thoại">{agency.telephone ?? <span class="soft">chưa ghi</span>}</td>
  </tr>
)

const Table = ({ title, children }: { title: string; children: preact.ComponentChildren }) => (
  <table>
    <caption>{title}</caption>
    <thead>
      <tr>
        <th scope="col">Cơ quan</th>
        <th scope="col">Mã</th>
        <th scope="col">Điện thoại</th>
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

/** All agencies as a tree, with those that were and those that are to come. */
export const TreePage = ({ staff, open, closed, planned, asked, mayAdd, children }: TreeProps) => (
  <PeopleFrame {...{ staff, at: '/staff/agencies', title: 'Cơ quan' }}>
    {children}
    {mayAdd && (
      <p class="pair no-print">
        <a class="button" href="/staff/agencies/new">
          Thêm cơ quan
        </a>
        <a href="/staff/agencies/import">Nhập, tải danh sách</a>
      </p>
    )}
    <form class="search no-print" method="get" action="/staff/agencies" role="search">
      <div>
        <label for="q">Tên hoặc mã cơ quan</label>
        <input id="q" name="q" value={asked} maxLength={80} autocomplete="off" />
      </div>
      <button type="submit" class="plain">
        Tìm
      </button>
    </form>
    {open.length + closed.length + planned.length === 0 && (
      <p class="card empty">Không có cơ quan nào như vậy. Xin gõ ít chữ hơn, ví dụ: dat mui.</p>
    )}
    {open.length > 0 && (
      <Table title={`Đang hoạt động (${open.length})`}>
        {open.map(({ agency, depth, next }) => (
          <Row key={agency.code} {...{ agency, depth, more: next }} />
        ))}
      </Table>
    )}
    {planned.length > 0 && (
      <Table title="Sắp hoạt động">
        {planned.map((agency) => (
          <Row key={agency.code} {...{ agency, depth: 0, more: `từ ${renderDay(agency.validFrom)}` }} />
        ))}
      </Table>
    )}
    {closed.length > 0 && (
      <Table title="Đã thôi hoạt động">
        {closed.map(({ agency, successor }) => (
          <Row
            key={agency.code}
            {...{ agency, depth: 0, more: `đến hết ${renderDay(agency.validTo ?? '')}; nay: ${successor}` }}
          />
        ))}
      </Table>
    )}
  </PeopleFrame>
)

export const DoneNotice = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <Notice>
      <p>{text}</p>
    </Notice>
  )
