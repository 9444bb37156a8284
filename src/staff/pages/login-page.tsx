import { Layout } from './layout.tsx'

interface LoginProps {
  /** Where to go afterwards, a path of ours. */
  next: string
  email?: string
  problem?: string
}

export const LoginPage = ({ next, email = '', problem }: LoginProps) => (
  <Layout title={problem ? 'Lỗi: Đăng nhập' : 'Đăng nhập'}>
    <section class="card narrow">
      <h1>Đăng nhập</h1>
      <p class="soft">Trang dành cho cán bộ tiếp nhận và giải quyết hồ sơ.</p>
      {problem && (
        <p class="notice bad" role="alert" id="problem">
          {problem}
        </p>
      )}
      <form method="post" action="/staff/login">
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
            {...(problem && { 'aria-describedby': 'problem' })}
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
            {...(problem && { 'aria-describedby': 'problem' })}
          />
        </div>
        <button type="submit">Đăng nhập</button>
      </form>
    </section>
  </Layout>
)
