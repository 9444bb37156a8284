import { Field } from '../../frame/field.tsx'
import { Layout } from '../../frame/layout.tsx'

interface PasswordProps {
  /** What stood in the link behind `#`, once a form has brought it here. */
  code?: string
  wrong?: { code?: string; newPassword?: string; again?: string }
}

/** Where the link of an invitation leads. A script moves the code from the address into its field; without one it is pasted. */
export const PasswordPage = ({ code = '', wrong = {} }: PasswordProps) => (
  <Layout title={Object.keys(wrong).length > 0 ? 'Lỗi: Đặt mật khẩu' : 'Đặt mật khẩu'} script="/staff/link.js">
    <section class="card narrow">
      <h1>Đặt mật khẩu</h1>
      <p class="soft">Ông/bà vừa mở liên kết do người quản trị trao. Đặt mật khẩu xong thì đăng nhập được.</p>
      <form method="post" action="/staff/password">
        <Field
          id="code"
          label="Mã trong liên kết"
          hint="Phần đứng sau dấu # của liên kết. Thường đã được điền sẵn."
          wrong={wrong.code}
        >
          {(described) => (
            <input {...{ ...described, name: 'code', value: code, maxLength: 400, autocomplete: 'off' }} required />
          )}
        </Field>
        <NewPasswordFields wrong={wrong} />
        <button type="submit">Đặt mật khẩu</button>
      </form>
    </section>
  </Layout>
)

/** A password twice, by the rule of passwords. */
export const NewPasswordFields = ({ wrong }: { wrong: { newPassword?: string; again?: string } }) => (
  <>
    <Field
      id="newPassword"
      label="Mật khẩu mới"
      hint="Ít nhất 12 ký tự. Dễ nhớ mà khó đoán: ghép bốn từ không liên quan."
      wrong={wrong.newPassword}
    >
      {(described) => (
        <input {...described} name="newPassword" type="password" autocomplete="new-password" maxLength={500} required />
      )}
    </Field>
    <Field id="again" label="Nhập lại mật khẩu mới" wrong={wrong.again}>
      {(described) => (
        <input {...described} name="again" type="password" autocomplete="new-password" maxLength={500} required />
      )}
    </Field>
  </>
)
