import { useMemo, useState } from 'preact/hooks'
import { takeGiven } from './given-sign-in.ts'
import { fieldOf } from './form-field.ts'

interface SignInProps {
  onSignIn: (post: string, code: string) => Promise<string | undefined>
}

/** Once per phone: afterwards the session lasts as long as the post stands. */
export function SignInScreen({ onSignIn }: SignInProps) {
  const { post, code } = useMemo(takeGiven, [])
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    const [typedPost, typedCode] = [fieldOf(event, 'post'), fieldOf(event, 'code')]
    setBusy(true)
    setTrouble(await onSignIn(typedPost, typedCode))
    setBusy(false)
  }
  return (
    <main class="sheet">
      <h1>Đăng nhập chốt kiểm tra</h1>
      <p>Mỗi điện thoại chỉ đăng nhập một lần, khi có sóng. Sau đó kiểm tra được cả khi mất sóng.</p>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          Mã chốt
          <input
            name="post"
            required
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            placeholder="cau-ho-phong"
            defaultValue={post}
          />
        </label>
        <label>
          Mã đăng nhập
          <input
            name="code"
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            placeholder="7KX2-M9PQ-4RTA"
            class="code"
            defaultValue={code}
          />
        </label>
        <p class="trouble" role="alert">
          {trouble}
        </p>
        <button class="main" disabled={isBusy}>
          {isBusy ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </button>
      </form>
      <p class="soft">
        Người quản trị thấy mã chốt ở trang “Chốt kiểm tra”, và cấp mã đăng nhập (12 chữ và số) ở đó. Có ảnh QR đăng
        nhập thì quét bằng máy ảnh thường, trang này tự điền.
      </p>
    </main>
  )
}
