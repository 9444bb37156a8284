import type { Agency } from '../../../dossiers/agencies.ts'
import { ROLE_NAMES, ROLES } from '../../../dossiers/postings.ts'
import type { VietnamDay } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import type { PostingForm, PostingTroubles } from '../read-postings.ts'

const EXPLAINED: Record<(typeof ROLES)[number], string> = {
  reception: 'nhận hồ sơ, trả kết quả',
  specialist: 'thụ lý hồ sơ',
  leader: 'duyệt, giao việc, xem phản ánh về cán bộ',
  editor: 'sửa thủ tục của cả tỉnh',
  administrator: 'quản lý tài khoản cán bộ',
}

interface PostingFieldsProps {
  /** Agencies that may be chosen; with '' in front for the whole province where that may be. */
  agencies: readonly Pick<Agency, 'code' | 'name'>[]
  hasProvince: boolean
  typed?: PostingForm | undefined
  troubles?: PostingTroubles | undefined
  today: VietnamDay
}

/** Which roles, where, from when and until when. */
export const PostingFields = ({ agencies, hasProvince, typed, troubles = {}, today }: PostingFieldsProps) => (
  <>
    <fieldset class="field roles" aria-describedby={troubles.roles && 'wrong-roles'}>
      <legend>Vai trò</legend>
      {troubles.roles && (
        <p class="wrong" id="wrong-roles">
          {troubles.roles}
        </p>
      )}
      {ROLES.map((role, i) => (
        <label class="tick" key={role}>
          <input
            type="checkbox"
            name="roles"
            value={role}
            checked={typed?.roles.includes(role) ?? false}
            {...(i === 0 && { id: 'roles' })}
          />
          <span>
            {ROLE_NAMES[role]} <span class="soft">({EXPLAINED[role]})</span>
          </span>
        </label>
      ))}
    </fieldset>
    <Field id="agency" label="Nơi làm việc" wrong={troubles.agency}>
      {(described) => (
        <select {...described} name="agency">
          {hasProvince && (
            <option value="" selected={typed?.agency === ''}>
              Cả tỉnh
            </option>
          )}
          {agencies.map(({ code, name }) => (
            <option key={code} value={code} selected={typed?.agency === code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Field id="since" label="Từ ngày" wrong={troubles.since}>
      {(described) => <input {...described} type="date" name="since" required value={typed?.since ?? today} />}
    </Field>
    <Field
      id="until"
      label="Đến hết ngày (không bắt buộc)"
      hint="Để trống nếu chưa biết ngày thôi."
      wrong={troubles.until}
    >
      {(described) => <input {...described} type="date" name="until" value={typed?.until ?? ''} />}
    </Field>
  </>
)
