import { Field } from '../../frame/field.tsx'
import { type EntryFields, type EntryTroubles, LABELS } from '../elsewhere-form.ts'

interface InputsProps {
  fields: EntryFields
  procedures: readonly { flow: string; name: string }[]
  wrong: EntryTroubles
}

const LINES = [
  { field: 'phone', hint: 'Ví dụ: 1900 0000. Bỏ trống thì máy chỉ tổng đài 1800 1096.', most: 20 },
  { field: 'link', hint: 'Bỏ trống được. Ví dụ: https://dichvucong.gov.vn', most: 200 },
  { field: 'code', hint: 'Bỏ trống được. Ví dụ: 2.000635', most: 20 },
] as const

/** The fields of an entry, each with its example. */
export const EntryInputs = ({ fields, procedures, wrong }: InputsProps) => (
  <>
    <Field id="name" label={LABELS.name} hint="Như người dân gọi. Ví dụ: Đổi bằng lái xe." wrong={wrong.name}>
      {(described) => <input {...{ ...described, name: 'name', maxLength: 60, value: fields.name }} required />}
    </Field>
    <Field
      id="where"
      label={LABELS.where}
      hint="Ví dụ: Công an xã, phường nơi ông/bà ở. Nói thêm “Hỏi tại …” khi chưa chắc."
      wrong={wrong.where}
    >
      {(described) => <textarea {...{ ...described, name: 'where', rows: 2, value: fields.where }} required />}
    </Field>
    {LINES.map(({ field, hint, most }) => (
      <Field key={field} id={field} label={LABELS[field]} hint={hint} wrong={wrong[field]}>
        {(described) => <input {...{ ...described, name: field, maxLength: most, value: fields[field] }} />}
      </Field>
    ))}
    <Field id="note" label={LABELS.note} hint="Bỏ trống được. Ví dụ: Mang theo căn cước." wrong={wrong.note}>
      {(described) => <textarea {...{ ...described, name: 'note', rows: 2, value: fields.note }} />}
    </Field>
    <Near {...{ fields, procedures }} wrong={wrong.near} />
    <Field
      id="says"
      label={LABELS.says}
      hint="Mỗi dòng một câu, ít nhất 5 câu khác nhau, viết như người dân nhắn, có câu không dấu. Ví dụ: mat bang lai lam lai o dau"
      wrong={wrong.says}
    >
      {(described) => <textarea {...{ ...described, name: 'says', rows: 10, value: fields.says }} required />}
    </Field>
    <Field
      id="source"
      label={LABELS.source}
      hint="Mã, số, đường dẫn phải có nguồn. Ví dụ: trang của Công an tỉnh, ngày 2/5. Chỉ nói “Hỏi tại …” thì ghi: chung"
      wrong={wrong.source}
    >
      {(described) => <input {...{ ...described, name: 'source', maxLength: 120, value: fields.source }} required />}
    </Field>
    <Field
      id="why"
      label={LABELS.why}
      hint="Chỉ đồng nghiệp đọc. Ví dụ: Nhiều người hỏi mà máy chưa biết."
      wrong={wrong.why}
    >
      {(described) => <input {...{ ...described, name: 'why', maxLength: 200, value: fields.why }} required />}
    </Field>
    <Field id="tries" label="Câu muốn thử" hint="Bỏ trống được. Mỗi dòng một câu, nhiều nhất 5 câu.">
      {(described) => <textarea {...{ ...described, name: 'tries', rows: 2, value: fields.tries }} />}
    </Field>
  </>
)

/** Up to three, one after another: a list to choose several from is no help without a mouse. */
const Near = ({ fields, procedures, wrong }: Omit<InputsProps, 'wrong'> & { wrong: string | undefined }) => (
  <fieldset
    class="field"
    id="near"
    tabIndex={-1}
    aria-describedby={wrong === undefined ? 'hint-near' : 'hint-near wrong-near'}
  >
    <legend>{LABELS.near}</legend>
    <p class="hint" id="hint-near">
      Hiện thành nút dưới câu trả lời. Bỏ trống được.
    </p>
    {wrong !== undefined && (
      <p class="wrong" id="wrong-near">
        {wrong}
      </p>
    )}
    {[0, 1, 2].map((n) => (
      <select key={n} name="near" aria-label={`Thủ tục gần nhất, thứ ${n + 1}`}>
        <option value="">Không có</option>
        {procedures.map(({ flow, name }) => (
          <option key={flow} value={flow} selected={fields.near[n] === flow}>
            {name}
          </option>
        ))}
      </select>
    ))}
  </fieldset>
)
