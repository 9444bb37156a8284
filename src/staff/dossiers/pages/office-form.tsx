import type { Dossier } from '../../../dossiers/dossier.ts'
import type { OfficeAct } from '../../../dossiers/offered.ts'
import { Field } from '../../frame/field.tsx'
import type { Trouble } from './trouble.ts'

interface Form {
  summary: string
  /** Whom or where to choose. */
  to?: string
  days?: { label: string; hint: string }
  until?: string
  words: { label: string; hint?: string; required?: true }
  send: string
}

const FORMS: Record<Exclude<OfficeAct, 'take'>, Form> = {
  assign: {
    summary: 'Phân công cho người khác',
    to: 'Người xử lý',
    words: { label: 'Dặn thêm (không bắt buộc)', hint: 'Chỉ cán bộ đọc.' },
    send: 'Phân công',
  },
  'give-back': {
    summary: 'Trả về hàng chờ',
    words: { label: 'Lý do (không bắt buộc)', hint: 'Chỉ cán bộ đọc.' },
    send: 'Trả về hàng chờ',
  },
  'hand-over': {
    summary: 'Chuyển cơ quan khác',
    to: 'Cơ quan nhận',
    days: {
      label: 'Làm xong trong mấy ngày làm việc',
      hint: 'Để 0 nếu không đặt hạn riêng. Hạn trả cho người dân không đổi; hồ sơ tiếp nhận ngoài địa bàn thì bắt đầu tính từ khi chuyển đến nơi có thẩm quyền.',
    },
    words: {
      label: 'Lý do, nội dung cần làm',
      hint: 'Chỉ cán bộ đọc. Người dân được báo hồ sơ đã chuyển đến cơ quan nào.',
    },
    send: 'Chuyển hồ sơ',
  },
  consult: {
    summary: 'Xin ý kiến',
    to: 'Hỏi ai',
    words: {
      label: 'Câu hỏi',
      hint: 'Chỉ cán bộ đọc. Hồ sơ vẫn ở đây và hạn vẫn chạy. Ví dụ: Thửa đất này có đang tranh chấp không?',
      required: true,
    },
    send: 'Gửi câu hỏi',
  },
  advise: {
    summary: 'Cho ý kiến',
    words: { label: 'Ý kiến', hint: 'Chỉ cán bộ đọc.', required: true },
    send: 'Gửi ý kiến',
  },
  'put-aside': {
    summary: 'Tạm gác',
    until: 'Nhắc lại vào ngày',
    words: { label: 'Ghi chú (không bắt buộc)', hint: 'Hạn vẫn chạy; hồ sơ ra khỏi “Việc của tôi” đến ngày đó.' },
    send: 'Tạm gác',
  },
}

interface FieldsProps {
  type: Exclude<OfficeAct, 'take'>
  choices?: readonly { value: string; label: string }[] | undefined
  days?: { from: string; to: string } | undefined
  /** To go on with. */
  typed?: Trouble | undefined
}

interface OfficeFormProps extends FieldsProps {
  dossier: Dossier
  csrf: string
  /** The question that is to be answered. */
  asked?: string
}

/** Closed until it is wanted; opens by itself with what was typed, and what was wrong with it. */
export const OfficeForm = ({ type, dossier, csrf, choices, days, asked, typed }: OfficeFormProps) => {
  const form = FORMS[type]
  return (
    <details open={typed !== undefined || type === 'advise'}>
      <summary>{form.summary}</summary>
      <form method="post" action={`/staff/dossiers/${dossier.id}/${type}`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="revision" value={dossier.revision} />
        {asked !== undefined && <blockquote>{asked}</blockquote>}
        <OfficeFields {...{ type, choices, days, typed }} />
        <button type="submit">{form.send}</button>
      </form>
    </details>
  )
}

/** What is asked for the act: where or whom to, a day, words. */
export const OfficeFields = ({ type, choices = [], days, typed }: FieldsProps) => {
  const form = FORMS[type]
  const id = (name: string) => `${name}-${type}`
  const wrong = typed?.because
  return (
    <>
      {form.to && (
        <Field id={id('to')} label={form.to} wrong={wrong}>
          {(described) => (
            <select {...described} name="to" required>
              <option value="">Xin chọn</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value} selected={value === typed?.to}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {type === 'hand-over' && typed && (
        <p>
          <label class="tick">
            <input type="checkbox" name="anyway" value="on" checked={typed.anyway === 'on'} />
            Vẫn chuyển, dù nơi nhận không có thẩm quyền giải quyết
          </label>
        </p>
      )}
      {form.days && (
        <Field id={id('days')} label={form.days.label} hint={form.days.hint}>
          {(described) => (
            <input {...described} type="number" name="days" min={0} max={60} value={typed?.days ?? '0'} required />
          )}
        </Field>
      )}
      {form.until && (
        <Field id={id('until')} label={form.until} wrong={wrong}>
          {(described) => (
            <input
              {...described}
              type="date"
              name="until"
              min={days?.from}
              max={days?.to}
              value={typed?.until ?? ''}
              required
            />
          )}
        </Field>
      )}
      <Field
        id={id('words')}
        label={form.words.label}
        hint={form.words.hint}
        wrong={form.to || form.until ? undefined : wrong}
      >
        {(described) => (
          <textarea
            {...{ ...described, name: 'words', rows: 3, value: typed?.words ?? '' }}
            required={form.words.required}
            autofocus={typed !== undefined}
          />
        )}
      </Field>
    </>
  )
}
