import type { KeptForm } from './kept-form.ts'
import { Layout, type SignedInAs } from './layout.tsx'

/** How fields are called that people write into. All others go along unseen, as they came. */
const WRITTEN: Readonly<Record<string, string>> = {
  words: 'Nội dung',
  source: 'Nội dung thủ tục',
  cases: 'Ví dụ hội thoại',
  text: 'Lời nhắn',
  name: 'Tên',
  id: 'Mã',
  latitude: 'Vĩ độ',
  longitude: 'Kinh độ',
}

/** A field that this page does not know is shown all the same when it reads like something that was written. */
const isWritten = (name: string, value: string): boolean =>
  value !== '' && (Object.hasOwn(WRITTEN, name) || /\s/.test(value) || value.length > 80)

interface KeptFormProps {
  signedIn: SignedInAs
  kept: KeptForm
}

/** What was typed when the session ended, to be looked at and sent again. Nothing of it has been done. */
export const KeptFormPage = ({ signedIn, kept: { action, fields } }: KeptFormProps) => {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [{ name, value, isShown: isWritten(name, value) }]
      : value.map((one) => ({ name, value: one, isShown: false })),
  )
  return (
    <Layout title="Nội dung chưa gửi" signedIn={signedIn}>
      <section class="card">
        <h1>Nội dung chưa gửi</h1>
        <p class="notice" role="status">
          Phiên làm việc đã hết lúc ông/bà gửi biểu mẫu, nên <strong>chưa có gì được thực hiện</strong>. Những gì đã
          điền vẫn ở đây: xin xem lại rồi bấm “Gửi lại”.
        </p>
        <form method="post" action={action}>
          <input type="hidden" name="csrf" value={signedIn.csrf} />
          {all.map(({ name, value, isShown }, i) =>
            isShown ? (
              <div class="field">
                <label for={`kept-${i}`}>{WRITTEN[name] ?? 'Nội dung'}</label>
                <textarea id={`kept-${i}`} name={name} rows={Math.min(20, value.split('\n').length + 1)}>
                  {/* A browser drops the first line end of a text area. */}
                  {`\n${value}`}
                </textarea>
              </div>
            ) : (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <button type="submit">Gửi lại</button>
        </form>
        <p>
          <a href="/staff">Bỏ nội dung này, về danh sách hồ sơ</a>
        </p>
      </section>
    </Layout>
  )
}
