import { useState } from 'preact/hooks'
import { fieldOf } from './form-field.ts'

interface SignInProps {
  onSignIn: (post: string, code: string) => Promise<string | undefined>
}

/** Once per phone: afterwards the session lasts as long as the post stands. */
export function SignInScreen({ onSignIn }: SignInProps) {
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    const [post, code] = [fieldOf(event, 'post'), fieldOf(event, 'code')]
    setBusy(true)
    setTrouble(await onSignIn(post, code))
    setBusy(false)
  }
  return (
    <main class="sheet">
      <h1>Đăng nhập chốt kiểm tra</h1>
      <p>Mỗi điện thoại chỉ đăng nhập một lần, khi có sóng. Sau đó kiểm tra được cả khi mất sóng.</p>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          Tên chốt
          <input
            name="post"
            required
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            placeholder="chot-1"
          />
        </label>
        <label>
          Mã chốt
          <input
            name="code"
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            placeholder="7KX2-M9PQ-4RTA"
            class="code"
          />
        </label>
        <p class="trouble" role="alert">
          {trouble}
        </p>
        <button class="main" disabled={isBusy}>
          {isBusy ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </button>
      </form>
      <p class="soft">Chưa có mã? Hỏi người quản trị ở Trung tâm Phục vụ hành chính công; mã gồm 12 chữ và số.</p>
    </main>
  )
}
