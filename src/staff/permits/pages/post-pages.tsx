import type { BitMatrix } from 'qrcode'
import { QUIET_ZONE, qrPath } from '../../../permits/paper/qr-path.ts'
import type { Post } from '../../../permits/posts/posts.ts'
import { PermitFrame, type PermitStaff } from './frame.tsx'

type OnPost = Pick<Post, 'id' | 'name'>

interface NewCodeProps {
  staff: PermitStaff
  post: OnPost
  code: string
  /** Of the app. */
  address: string
  /** The same with what is to be typed there. */
  signIn: BitMatrix
}

/** The only time anybody sees this code. */
export const NewCodePage = ({ staff, post, code, address, signIn }: NewCodeProps) => (
  <PermitFrame {...{ staff, at: '/staff/posts', title: `Mã đăng nhập của ${post.name}`, focus: true }}>
    <section class="card" aria-labelledby="code">
      <h2 id="code">Ghi lại ngay, mã không hiện lại lần nữa</h2>
      <p>
        Mã chốt: <span class="code">{post.id}</span>
      </p>
      <p>
        Mã đăng nhập: <span class="code shown-once">{code}</span>
      </p>
      <p>
        Trên máy của chốt, quét ảnh QR này bằng máy ảnh thường, rồi bấm “Đăng nhập”. Hoặc mở{' '}
        <span class="code address">{address}</span> và nhập hai mã trên.
      </p>
      <SignInCode qr={signIn} />
      <p class="soft">Ai có ảnh QR này thì đăng nhập được chốt. Mất máy hoặc lộ mã thì cấp mã mới.</p>
      <p class="no-print">
        <a class="button" href="/staff/posts">
          Tôi đã ghi lại
        </a>
      </p>
    </section>
  </PermitFrame>
)

const SignInCode = ({ qr }: { qr: BitMatrix }) => {
  const size = qr.size + 2 * QUIET_ZONE
  return (
    <svg class="sign-in-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR đăng nhập cho máy của chốt">
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(qr)} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

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
