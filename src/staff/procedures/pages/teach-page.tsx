import { Field } from '../../frame/field.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { UNHEARD_PATH } from './unheard-page.tsx'

export interface TeachProps {
  signedIn: SignedInAs
  id: string
  /** As it was typed, blanked. */
  words: string
  procedure: string
  question: string
  choices: readonly { value: string; label: string }[]
  /** To what else it may lead, where it was typed to the menu. */
  procedures: readonly { value: string; label: string }[]
  /** Matters that are done elsewhere, the same. */
  entries: readonly { value: string; label: string }[]
  typed: { words: string; to: string }
  wrong?: { words?: string; to?: string }
  /** Why it was not done although the form is right. */
  trouble?: string
}

/** Which choice, or which procedure, the words were to lead to. */
export const TeachPage = (props: TeachProps) => {
  const { signedIn, id, words, procedure, question, typed, wrong = {}, trouble } = props
  const failed = trouble !== undefined || wrong.words !== undefined || wrong.to !== undefined
  return (
    <Layout
      title={`${failed ? 'Lỗi: ' : ''}Dạy một câu: ${procedure}`}
      signedIn={signedIn}
      at="procedures"
      stylesheet="/staff/procedures.css"
    >
      <p class="no-print">
        <a href={UNHEARD_PATH}>← Câu chưa hiểu</a>
      </p>
      <h1>Dạy một câu</h1>
      {failed && <Failed {...{ wrong, trouble }} />}
      <section class="card" aria-labelledby="heard">
        <h2 id="heard">{procedure}</h2>
        <p>Máy hỏi: {question}</p>
        <p>Người dân gõ:</p>
        <blockquote>{words}</blockquote>
        <form method="post" action={`${UNHEARD_PATH}/${id}/teach`}>
          <input type="hidden" name="csrf" value={signedIn.csrf} />
          <Field
            id="words"
            label="Lời cần nhận ra"
            hint="Sửa cho gọn, giữ cách người dân viết. Ví dụ: gởi về nhà giùm tui."
            wrong={wrong.words}
          >
            {(described) => <input {...{ ...described, name: 'words', maxLength: 80, value: typed.words }} required />}
          </Field>
          <Field id="to" label="Lời này nghĩa là" wrong={wrong.to}>
            {(described) => (
              <select {...described} name="to" required>
                <option value="">Chọn một mục</option>
                <Options label="Lựa chọn của câu hỏi" all={props.choices} chosen={typed.to} />
                <Options label="Thủ tục" all={props.procedures} chosen={typed.to} />
                <Options label="Việc làm ở nơi khác" all={props.entries} chosen={typed.to} />
              </select>
            )}
          </Field>
          <p class="soft">
            Lời được thêm vào bản nháp hoặc vào biểu mẫu của việc ở nơi khác, các cuộc trò chuyện mẫu được chạy lại.
            Người dân chỉ dùng sau khi ông/bà xem và xuất bản.
          </p>
          <div class="pair">
            <button type="submit">Thêm lời này</button>
            <a class="button plain" href={UNHEARD_PATH}>
              Thôi, quay lại
            </a>
          </div>
        </form>
      </section>
    </Layout>
  )
}

const Options = ({ label, all, chosen }: { label: string; all: TeachProps['choices']; chosen: string }) =>
  all.length === 0 ? null : (
    <optgroup label={label}>
      {all.map((it) => (
        <option key={it.value} value={it.value} selected={it.value === chosen}>
          {it.label}
        </option>
      ))}
    </optgroup>
  )

const Failed = ({ wrong, trouble }: { wrong: NonNullable<TeachProps['wrong']>; trouble: string | undefined }) => (
  <Notice bad>
    <p>
      <strong>Chưa thêm.</strong> {trouble ?? 'Xin sửa:'}
    </p>
    <ul class="plain-list">
      {(['words', 'to'] as const)
        .filter((field) => wrong[field])
        .map((field) => (
          <li key={field}>
            <a href={`#${field}`}>{wrong[field]}</a>
          </li>
        ))}
    </ul>
  </Notice>
)
