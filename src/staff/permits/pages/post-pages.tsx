import type { Post } from '../../../permits/posts.ts'
import { PermitFrame, type PermitStaff } from './frame.tsx'

type OnPost = Pick<Post, 'id' | 'name'>

/** The only time anybody sees this code. */
export const NewCodePage = ({ staff, post, code }: { staff: PermitStaff; post: OnPost; code: string }) => (
  <PermitFrame {...{ staff, at: '/staff/posts', title: `Mã đăng nhập của ${post.name}` }}>
    <section class="card" aria-labelledby="code">
      <h2 id="code">Ghi lại ngay, mã không hiện lại lần nữa</h2>
      <p>
        Mã chốt: <span class="code">{post.id}</span>
      </p>
      <p class="shown-once">
        <span class="code">{code}</span>
      </p>
      <p>Trên máy của chốt, mở trang /checkpoint và nhập hai mã này. Mất máy hoặc lộ mã thì cấp mã mới.</p>
      <p class="no-print">
        <a class="button" href="/staff/posts">
          Tôi đã ghi lại
        </a>
      </p>
    </section>
  </PermitFrame>
)

/** The last look before the phones of a post are signed out. */
export const ClosePostPage = ({ staff, post }: { staff: PermitStaff; post: OnPost }) => (
  <PermitFrame {...{ staff, at: '/staff/posts', title: `Đóng ${post.name}?` }}>
    <section class="card" aria-labelledby="close">
      <h2 id="close">Điều gì xảy ra</h2>
      <p>Mọi máy của chốt bị đăng xuất ngay và không đăng nhập lại được. Số liệu lượt quét vẫn còn.</p>
      <p>Lượt quét còn nằm trên máy chưa gửi sẽ không gửi được nữa: xin cho máy có mạng trước khi đóng.</p>
      <div class="pair">
        <form method="post" action={`/staff/posts/${post.id}/close`}>
          <input type="hidden" name="csrf" value={staff.csrf} />
          <button type="submit" class="danger">
            Đóng chốt này
          </button>
        </form>
        <a class="button plain" href="/staff/posts">
          Chưa, quay lại
        </a>
      </div>
    </section>
  </PermitFrame>
)
