import { Layout } from './layout.tsx'

interface LoginProps {
  email?: string
  problem?: string
}

export const LoginPage = ({ email = '', problem }: LoginProps) => (
  <Layout title="Đăng nhập">
    <section class="card narrow">
      <h1>Đăng nhập</h1>
      {problem && (
        <p class="problem" role="alert">
          <strong>{problem}</strong>
        </p>
      )}
      <form method="post" action="/staff/login">
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
            autofocus={!!email}
          />
        </div>
        <button type="submit">Đăng nhập</button>
      </form>
    </section>
  </Layout>
)
