import { shorten } from '../../../kernel/text.ts'
import { checks } from '../../../conversation/checks/table.ts'
import { Field } from '../../frame/field.tsx'
import type { SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import type { InsertTroubles } from '../forms.ts'
import { ProcedureFrame, pathOf } from './frame.tsx'

export interface InsertProps {
  signedIn: SignedInAs
  flow: string
  name: string
  code?: string | undefined
  /** In the order of the text, each with what stands in it. */
  steps: readonly { step: string; text: string }[]
  /** Of the draft that it is written into; 0 when there is none. */
  revision: number
  typed?: { before: string; say: string; label: string; check: string; choices: string }
  /** What to change, field by field. */
  wrong?: InsertTroubles
  /** Why it was not done although every field is right. */
  trouble?: string
}

const SAY_EXAMPLE = 'Ông/bà muốn được trả lời vào buổi nào?'
const CHOICES_LABEL = 'Các lựa chọn (bỏ trống nếu người dân nhắn chữ)'
const NOTHING = { before: '', say: '', label: '', check: '', choices: '' }

/** The question as it is read in the list: its name, and how it begins. */
const titleOf = ({ step, text }: InsertProps['steps'][number]): string => {
  const [, said = ''] = /say: *(?:\| *)?["']?(.*?)(?= +[a-z][A-Za-z]*:|$)/.exec(text) ?? []
  return said === '' ? step : `${step}: ${shorten(said.trim(), 60)}`
}

/** A question in four fields; the program writes the step and all that hangs on it. */
export const InsertPage = (props: InsertProps) => {
  const { signedIn, flow, name, code, revision, wrong = {}, trouble } = props
  const failed = trouble !== undefined || Object.keys(wrong).length > 0
  return (
    <ProcedureFrame {...{ signedIn, flow, name, code, failed }} title="Thêm một câu hỏi">
      {failed && <Failed {...{ wrong, trouble }} />}
      <section class="card" aria-labelledby="insert">
        <h2 id="insert">Thêm một câu hỏi</h2>
        <p class="soft">
          Chương trình viết bước mới, nối các lối đi qua nó, tăng số bản và chuyển người đang làm dở sang nếu thủ tục đã
          xuất bản, rồi thêm câu trả lời vào các cuộc trò chuyện mẫu. Tất cả nằm trong bản nháp để ông/bà xem lại.
        </p>
        <form method="post" action={`${pathOf(flow)}/insert`}>
          <input type="hidden" name="csrf" value={signedIn.csrf} />
          <input type="hidden" name="revision" value={revision} />
          <Fields {...props} wrong={wrong} />
          <div class="pair">
            <button type="submit">Thêm vào bản nháp</button>
            <a class="button plain" href={pathOf(flow)}>
              Thôi, quay lại
            </a>
          </div>
        </form>
      </section>
    </ProcedureFrame>
  )
}

const FIELDS = ['say', 'label', 'choices'] as const

const Failed = ({ wrong, trouble }: { wrong: InsertTroubles; trouble: string | undefined }) => (
  <Notice bad>
    <p>
      <strong>Chưa thêm.</strong> {trouble ?? 'Xin sửa:'}
    </p>
    <ul class="plain-list">
      {FIELDS.filter((field) => wrong[field]).map((field) => (
        <li key={field}>
          <a href={`#${field}`}>{wrong[field]}</a>
        </li>
      ))}
    </ul>
  </Notice>
)

const Fields = ({ steps, typed = NOTHING, wrong }: InsertProps & { wrong: InsertTroubles }) => (
  <>
    <Field id="before" label="Hỏi ngay trước bước nào">
      {(described) => (
        <select {...described} name="before">
          {steps.map((it) => (
            <option key={it.step} value={it.step} selected={it.step === typed.before}>
              {titleOf(it)}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Field id="say" label="Câu hỏi người dân đọc" hint={`Ví dụ: ${SAY_EXAMPLE}`} wrong={wrong.say}>
      {(described) => <textarea {...{ ...described, name: 'say', rows: 3, value: typed.say }} required />}
    </Field>
    <Field id="label" label="Tên ngắn, hiện ở phần xem lại" hint="Ví dụ: Buổi trả lời" wrong={wrong.label}>
      {(described) => <input {...{ ...described, name: 'label', maxLength: 60, value: typed.label }} required />}
    </Field>
    <Field id="check" label="Người dân trả lời thế nào">
      {(described) => (
        <select {...described} name="check">
          <option value="">Chọn một trong các lựa chọn dưới đây</option>
          {[...checks.values()].map(({ name, title }) => (
            <option key={name} value={name} selected={name === typed.check}>
              Nhắn chữ: {title}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Field id="choices" label={CHOICES_LABEL} hint="Mỗi dòng một lựa chọn, ví dụ: Buổi sáng" wrong={wrong.choices}>
      {(described) => <textarea {...{ ...described, name: 'choices', rows: 4, value: typed.choices }} />}
    </Field>
  </>
)
