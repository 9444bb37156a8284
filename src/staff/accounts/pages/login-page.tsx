import { Layout } from '../../frame/layout.tsx'

interface LoginProps {
  /** Where to go afterwards, a path of ours. */
  next: string
  email?: string
  /** `isTyped`: it lies in what was typed. Which of the two fields it is, is not told to strangers. */
  problem?: { text: string; isTyped: boolean }
  /** What was typed before signing in, packed. */
  kept?: string
  /** Something was typed that is too long to be carried along. */
  isTooLong?: boolean
}

export const LoginPage = ({ next, email = '', problem, kept, isTooLong }: LoginProps) => {
  const wrong = problem && { 'aria-describedby': 'problem', ...(problem.isTyped && { 'aria-invalid': true }) }
  return (
    <Layout title={problem ? 'Lỗi: Đăng nhập' : 'Đăng nhập'}>
      <section class="card narrow">
        <h1>Đăng nhập</h1>
        <p class="soft">Trang dành cho cán bộ tiếp nhận và giải quyết hồ sơ.</p>
        {problem && (
          <p class="notice bad" role="alert" id="problem">
            {problem.text}
          </p>
        )}
        {kept && (
          <p class="notice" role="status">
            Phiên làm việc đã hết. Nội dung ông/bà vừa gửi <strong>chưa được thực hiện và vẫn được giữ</strong>: đăng
            nhập xong ông/bà xem lại và gửi.
          </p>
        )}
        {isTooLong && (
          <p class="notice bad" role="alert">
            Phiên làm việc đã hết và nội dung quá dài để giữ ở đây. Xin bấm nút Quay lại của trình duyệt để chép nội
            dung ra, rồi đăng nhập ở một thẻ khác và gửi lại.
          </p>
        )}
        <form method="post" action="/staff/login">
          {kept && <input type="hidden" name="kept" value={kept} />}
          <input type="hidden" name="next" value={next} />
          <div class="field">
            <label for="email">Địa chỉ e-mail</label>
            <input
              id="email"
              name="email"
              type="email"
              autocomplete="username"
              required
              value={email}
              autofocus={!email}
              {...wrong}
            />
          </div>
          <div class="field">
            <label for="password">Mật khẩu</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              autofocus={Boolean(email)}
              {...wrong}
            />
          </div>
          <button type="submit">Đăng nhập</button>
        </form>
      </section>
    </Layout>
  )
}
