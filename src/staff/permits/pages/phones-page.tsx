import { renderInstant } from '../../../kernel/clock.ts'
import type { Phone, Post } from '../../../permits/posts/posts.ts'
import { Notice } from '../../frame/notice.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'

interface PhonesProps {
  staff: PermitStaff
  post: Pick<Post, 'id' | 'name'>
  phones: readonly Phone[]
  /** One of them, or all, was just signed out. */
  hasSignedOut: boolean
}

/** The phones that are signed in at a post, so that a lost one can be signed out without the others. */
export const PhonesPage = ({ staff, post, phones, hasSignedOut }: PhonesProps) => (
  <PermitFrame {...{ staff, at: '/staff/posts', title: `Máy đang đăng nhập: ${post.name}` }}>
    {hasSignedOut && (
      <Notice>
        <p>Đã đăng xuất. Máy đó muốn quét tiếp thì phải đăng nhập lại.</p>
      </Notice>
    )}
    <p>
      Mã chốt: <span class="code">{post.id}</span>. Máy bị đăng xuất vẫn kiểm tra được mã bằng danh sách đã tải, nhưng
      không gửi được lượt quét và không tra được số giấy. Mất máy mà lộ cả mã đăng nhập thì cấp mã mới.
    </p>
    {phones.length === 0 ? (
      <p class="card empty">Không có máy nào đang đăng nhập.</p>
    ) : (
      <table>
        <caption class="unseen">Các máy, máy hoạt động gần nhất trước</caption>
        <thead>
          <tr>
            <th scope="col">Máy</th>
            <th scope="col">Đăng nhập lúc</th>
            <th scope="col">Hoạt động lần cuối</th>
            <th scope="col">Việc</th>
          </tr>
        </thead>
        <tbody>
          {phones.map((phone) => (
            <tr key={phone.id}>
              <td>
                {phone.device ?? 'Không rõ máy'} <span class="soft code">{phone.id.slice(0, 4)}</span>
              </td>
              <td data-label="Đăng nhập lúc">{renderInstant(phone.openedAt)}</td>
              <td data-label="Hoạt động lần cuối">
                {phone.seenAt === undefined ? 'chưa ghi' : `khoảng ${renderInstant(phone.seenAt)}`}
              </td>
              <td>
                <form class="no-print" method="post" action={`/staff/posts/${post.id}/phones`}>
                  <input type="hidden" name="csrf" value={staff.csrf} />
                  <input type="hidden" name="phone" value={phone.id} />
                  <button type="submit" class="plain">
                    Đăng xuất máy này<span class="unseen"> {phone.id.slice(0, 4)}</span>
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <div class="pair no-print">
      {phones.length > 1 && (
        <form method="post" action={`/staff/posts/${post.id}/phones`}>
          <input type="hidden" name="csrf" value={staff.csrf} />
          <button type="submit" class="danger">
            Đăng xuất cả {phones.length} máy
          </button>
        </form>
      )}
      <a class="button plain" href="/staff/posts">
        Về danh sách chốt
      </a>
    </div>
  </PermitFrame>
)
