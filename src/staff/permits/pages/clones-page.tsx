import { DAY, MINUTE, renderInstant } from '../../../kernel/clock.ts'
import type { PostId } from '../../../kernel/ids.ts'
import type { Clone } from '../../../permits/posts/clones.ts'
import type { Permit } from '../../../permits/code/permit.ts'
import { SCANS_KEPT } from '../../../permits/posts/scans.ts'
import { PermitFrame, type PermitStaff } from './frame.tsx'

interface ClonesProps {
  staff: PermitStaff
  rows: readonly { clone: Clone; permit: Permit }[]
  postName: (id: PostId) => string
  /** There is more than the page looked at. */
  isCut: boolean
  /** Address of the next page, when there is one. */
  next?: string
}

/** Permit numbers, posts and times; whose permit it is stands only on the dossier. */
export const ClonesPage = ({ staff, rows, postName, isCut, next }: ClonesProps) => (
  <PermitFrame {...{ staff, at: '/staff/scans/clones', title: 'Giấy nghi bị sao chép' }}>
    <p>
      Giấy được quét ở hai chốt sớm hơn mức có thể chạy xe tới (120 km/giờ), hoặc trong vòng 2 phút khi chưa biết chốt ở
      đâu. Có thể do đồng hồ của một máy sai: xin gọi hai chốt trước khi thu hồi.
    </p>
    {rows.length === 0 ? (
      <p class="card empty">Không thấy giấy nào.</p>
    ) : (
      <table>
        <caption class="unseen">Giấy nghi bị sao chép, mới nhất của từng cặp chốt trước</caption>
        <thead>
          <tr>
            <th scope="col">Số giấy</th>
            <th scope="col">Lần trước</th>
            <th scope="col">Lần sau</th>
            <th scope="col">Cách nhau</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ clone, permit }) => (
            <tr key={`${clone.permit} ${clone.first.post} ${clone.second.post}`}>
              <td>
                <a class="code" href={`/staff/dossiers/${permit.dossier}`}>
                  {permit.number}
                </a>
                {permit.revokedAt !== undefined && <span class="soft">Đã thu hồi</span>}
              </td>
              <Seen {...clone.first} label="Lần trước" postName={postName} />
              <Seen {...clone.second} label="Lần sau" postName={postName} />
              <td data-label="Cách nhau">{renderApart(clone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {next && (
      <nav class="pages" aria-label="Trang">
        <a class="button" href={next}>
          Xem thêm
        </a>
      </nav>
    )}
    {isCut && <p class="fresh">Còn nhiều hơn trang này xem được. Xin xử lý các giấy trên trước.</p>}
    <p class="soft">
      Lượt quét chỉ giữ {SCANS_KEPT / DAY} ngày rồi xóa, sau đó chỉ còn số đếm theo chốt và giờ. Chỉ người quản trị được
      xem trang này, và chỉ để tìm giấy bị sao chép, không để theo dõi việc đi lại của ai.
    </p>
  </PermitFrame>
)

interface SeenProps {
  post: PostId
  at: number
  label: string
  postName: (id: PostId) => string
}

const Seen = ({ post, at, label, postName }: SeenProps) => (
  <td data-label={label}>
    {postName(post)}
    <span class="soft">{renderInstant(at)}</span>
  </td>
)

function renderApart({ first, second, distance }: Clone): string {
  const minutes = Math.floor((second.at - first.at) / MINUTE)
  const time = minutes < 1 ? 'chưa đến 1 phút' : `${minutes} phút`
  return distance === undefined ? `${time}, chưa biết khoảng cách` : `${time}, ${Math.round(distance / 1000)} km`
}
