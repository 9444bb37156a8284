import { renderTold } from '../../../dossiers/notice-words.ts'
import type { NoticeKind, OwnNotice } from '../../../dossiers/notices.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { renderAge } from '../../frame/age.ts'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'

interface NoticesProps {
  signedIn: SignedInAs
  /** Newest first. */
  rows: readonly OwnNotice[]
  procedureName: (flow: string) => string
  /** Where the next page begins, when there is one. */
  next?: number
  now: number
}

/** What the program told somebody of their dossiers. */
export const NoticesPage = ({ signedIn, rows, procedureName, next, now }: NoticesProps) => {
  const newest = rows[0]
  return (
    <Layout title="Nhắc việc" signedIn={signedIn}>
      <h1>Nhắc việc</h1>
      {newest && rows.some(({ seenAt }) => seenAt === undefined) && (
        <form method="post" action="/staff/notices" class="no-print">
          <input type="hidden" name="csrf" value={signedIn.csrf} />
          <button type="submit" class="plain" name="upTo" value={newest.place}>
            Đã xem tất cả
          </button>
        </form>
      )}
      {rows.length === 0 ? (
        <p class="card empty">
          Chưa có việc nào cần nhắc. Khi hồ sơ của ông/bà sắp đến hạn hoặc quá hạn, hệ thống nhắc tại đây.
        </p>
      ) : (
        <table>
          <caption class="unseen">Các việc được nhắc, mới nhất trước</caption>
          <thead>
            <tr>
              <th scope="col">Hồ sơ</th>
              <th scope="col">Việc</th>
              <th scope="col">Nhắc lúc</th>
              <th scope="col">
                <span class="unseen">Đã xem</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.place} {...{ row, csrf: signedIn.csrf, now }} name={procedureName(row.flow)} />
            ))}
          </tbody>
        </table>
      )}
      {next !== undefined && (
        <nav class="pages" aria-label="Trang">
          <a class="button" href={`/staff/notices?before=${next}`}>
            Xem các việc trước
          </a>
        </nav>
      )}
      <p class="soft">
        Hệ thống chỉ nhắc trong giờ làm việc của cơ quan: người xử lý trước một ngày làm việc, lãnh đạo trước hai giờ
        làm việc, và cả hai khi quá hạn. Bước của cơ quan là thời gian mà nơi chuyển hồ sơ đặt, luôn trước hạn trả kết
        quả. Mở hồ sơ là đã xem. Hệ thống giữ các việc này trong 90 ngày.
      </p>
    </Layout>
  )
}

const Row = ({ row, name, csrf, now }: { row: OwnNotice; name: string; csrf: string; now: number }) => {
  const { place, dossier, code, kind, at, seenAt } = row
  return (
    <tr>
      <td>
        <a class="code" href={pathOfNotice(dossier, kind)}>
          {code}
        </a>
        <span class="soft">{name}</span>
      </td>
      <td>{seenAt === undefined ? <b>{renderTold(row)}</b> : renderTold(row)}</td>
      <td>
        <time dateTime={new Date(at).toISOString()}>{renderInstant(at)}</time>
        <span class="soft">{renderAge(at, now)}</span>
      </td>
      <td>
        {seenAt === undefined ? (
          <form method="post" action="/staff/notices" class="no-print">
            <input type="hidden" name="csrf" value={csrf} />
            <button type="submit" class="plain" name="place" value={place} aria-label={`Đã xem, hồ sơ ${code}`}>
              Đã xem
            </button>
          </form>
        ) : (
          <span class="soft">đã xem</span>
        )}
      </td>
    </tr>
  )
}

/** Where it leads: what is late or nearly so has its apology prepared there; a step's time is the agency's own affair. */
function pathOfNotice(dossier: string, kind: NoticeKind): string {
  const at = kind.startsWith('step') ? '#office' : kind === 'late' || kind.startsWith('leader') ? '#form-apologise' : ''
  return `/staff/dossiers/${dossier}${at}`
}
