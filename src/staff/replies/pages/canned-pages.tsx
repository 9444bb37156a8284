import { renderInstant } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import { Facts } from '../../frame/facts.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { type CannedReply, PLACEHOLDERS } from '../../../dossiers/canned.ts'
import type { CannedFields, Wrong } from '../canned-form.ts'

export const CANNED_PATH = '/staff/replies'

const DONE = { saved: 'Đã lưu câu trả lời mẫu.', removed: 'Đã xóa câu trả lời mẫu.' } as const

interface ListProps {
  signedIn: SignedInAs
  replies: readonly CannedReply[]
  procedureName: (flow: string) => string
  mayEdit: boolean
  done?: keyof typeof DONE | undefined
}

export const CannedListPage = ({ signedIn, replies, procedureName, mayEdit, done }: ListProps) => (
  <Layout title="Câu trả lời mẫu" signedIn={signedIn} at="procedures">
    <p class="no-print">
      <a href="/staff/procedures">← Thủ tục</a>
    </p>
    <h1>Câu trả lời mẫu</h1>
    {done && (
      <Notice>
        <p>{DONE[done]}</p>
      </Notice>
    )}
    <p>Những câu cơ quan hay trả lời. Khi trả lời người dân, cán bộ chọn một câu rồi sửa trước khi gửi.</p>
    {mayEdit && (
      <p class="no-print">
        <a class="button" href={`${CANNED_PATH}/new`}>
          Thêm câu mẫu
        </a>
      </p>
    )}
    {replies.length === 0 && <p class="soft">Chưa có câu mẫu nào.</p>}
    {replies.map((reply) => (
      <section class="card" aria-labelledby={`r-${reply.id}`} key={reply.id}>
        <h2 id={`r-${reply.id}`}>{reply.title}</h2>
        <Facts
          soft
          of={[
            reply.flow === '' ? 'Mọi thủ tục' : procedureName(reply.flow),
            `${reply.savedBy} lưu lúc ${renderInstant(reply.savedAt)}`,
          ]}
        />
        <blockquote>{reply.text}</blockquote>
        {mayEdit && (
          <p class="no-print">
            <a href={`${CANNED_PATH}/${reply.id}`} aria-label={`Sửa: ${reply.title}`}>
              Sửa
            </a>
          </p>
        )}
      </section>
    ))}
  </Layout>
)

interface FormProps {
  signedIn: SignedInAs
  fields: CannedFields
  wrong?: Wrong
  /** As somebody else saved it meanwhile; null when they removed it. */
  newer?: CannedReply | null
  procedures: readonly { flow: string; name: string }[]
}

export const CannedFormPage = ({ signedIn, fields, wrong = {}, newer, procedures }: FormProps) => {
  const isNew = fields.revision === 0
  const title = isNew ? 'Thêm câu trả lời mẫu' : 'Sửa câu trả lời mẫu'
  const first = (['flow', 'title', 'text'] as const).find((name) => wrong[name] !== undefined)
  return (
    <Layout title={`${first || newer !== undefined ? 'Lỗi: ' : ''}${title}`} signedIn={signedIn} at="procedures">
      <p class="no-print">
        <a href={CANNED_PATH}>← Câu trả lời mẫu</a>
      </p>
      <h1>{title}</h1>
      {newer !== undefined && <Conflict newer={newer} />}
      <form class="card" method="post" action={CANNED_PATH}>
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <input type="hidden" name="id" value={fields.id} />
        <input type="hidden" name="revision" value={newer === null ? 0 : (newer?.revision ?? fields.revision)} />
        <Field id="flow" label="Dùng cho" wrong={wrong.flow}>
          {(described) => (
            <select {...described} name="flow">
              <option value="" selected={fields.flow === ''}>
                Mọi thủ tục
              </option>
              {procedures.map(({ flow, name }) => (
                <option value={flow} selected={flow === fields.flow} key={flow}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="title" label="Tên câu mẫu" hint="Cán bộ chọn theo tên này." wrong={wrong.title}>
          {(described) => <input {...described} name="title" value={fields.title} autofocus={first === 'title'} />}
        </Field>
        <Field
          id="text"
          label="Nội dung"
          hint={`Điền sẵn được: ${Object.entries(PLACEHOLDERS)
            .map(([name, what]) => `{${name}} ${what}`)
            .join('; ')}.`}
          wrong={wrong.text}
        >
          {(described) => (
            <textarea {...described} name="text" rows={8} value={fields.text} autofocus={first === 'text'} />
          )}
        </Field>
        <button type="submit">Lưu</button>
      </form>
      {!isNew && newer === undefined && (
        <details>
          <summary class="danger">Xóa câu mẫu này</summary>
          <form method="post" action={`${CANNED_PATH}/remove`}>
            <input type="hidden" name="csrf" value={signedIn.csrf} />
            <input type="hidden" name="id" value={fields.id} />
            <input type="hidden" name="revision" value={fields.revision} />
            <p>Các câu đã trả lời người dân vẫn giữ nguyên.</p>
            <button type="submit" class="danger">
              Xóa
            </button>
          </form>
        </details>
      )}
    </Layout>
  )
}

const Conflict = ({ newer }: { newer: CannedReply | null }) => (
  <Notice bad>
    {newer === null ? (
      <p>
        <strong>Câu mẫu này vừa bị người khác xóa, nên chưa lưu.</strong> Bấm “Lưu” để thêm lại với nội dung dưới đây.
      </p>
    ) : (
      <>
        <p>
          <strong>
            {newer.savedBy} vừa sửa câu mẫu này lúc {renderInstant(newer.savedAt)}, nên phần của ông/bà chưa được lưu.
          </strong>{' '}
          Bấm “Lưu” lần nữa để thay bằng nội dung dưới đây.
        </p>
        <p>Nội dung đang dùng:</p>
        <blockquote>{newer.text}</blockquote>
      </>
    )}
  </Notice>
)
