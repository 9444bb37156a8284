import { LONGEST_NAME } from '../../../dossiers/saved-lists.ts'
import { Field } from '../../frame/field.tsx'

export interface SaveFormProps {
  csrf: string
  /** Of the list that is to be saved: sent twice it is saved once. */
  newId: string
  query: string
  /** Agencies with which it can be shared. */
  shares: readonly { code: string; name: string }[]
  /** What was typed, and what is wrong with it. */
  typed?: { name: string; agency: string; wrong: string }
}

export const SaveForm = ({ csrf, newId, query, shares, typed }: SaveFormProps) => (
  <form method="post" action="/staff/saved-lists">
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="id" value={newId} />
    <input type="hidden" name="query" value={query} />
    <Field id="list-name" label="Tên danh sách" hint="Ví dụ: Trích lục đang chờ người dân" wrong={typed?.wrong}>
      {(described) => (
        <input {...{ ...described, name: 'name', value: typed?.name ?? '', maxLength: LONGEST_NAME }} required />
      )}
    </Field>
    {shares.length > 0 && (
      <Field id="list-agency" label="Ai dùng">
        {(described) => (
          <select {...described} name="agency">
            <option value="">Chỉ tôi</option>
            {shares.map(({ code, name }) => (
              <option key={code} value={code} selected={code === typed?.agency}>
                Mọi người ở {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    )}
    <button type="submit">Lưu</button>
  </form>
)
