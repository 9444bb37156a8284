import { Field } from '../../frame/field.tsx'
import { type OfficeStaff, PeopleFrame } from '../../people/pages/frame.tsx'
import { TroublesNotice } from '../../people/pages/troubles-notice.tsx'
import { FIELD_NAMES } from '../agency-words.ts'
import type { AgencyForm, AgencyTroubles } from '../read-agency.ts'
import { type Choices, ContactFields, IdentityFields, OccasionFields } from './agency-fields.tsx'

interface NewAgencyProps {
  staff: OfficeStaff
  typed: AgencyForm
  wrong: AgencyTroubles
  choices: Choices
  failed?: { what: string; at: Readonly<Record<string, string | undefined>> } | undefined
}

export const NewAgencyPage = ({ staff, typed, wrong, choices, failed }: NewAgencyProps) => (
  <PeopleFrame {...{ staff, at: '/staff/agencies', title: 'Thêm cơ quan', failed: failed !== undefined }}>
    {failed && <TroublesNotice {...failed} />}
    <form class="card" method="post" action="/staff/agencies">
      <input type="hidden" name="csrf" value={staff.csrf} />
      <Field id="code" label={FIELD_NAMES.code} hint="Phần đầu mã hồ sơ. Ví dụ: H12.99.065." wrong={wrong.code}>
        {(described) => <input {...described} name="code" required maxLength={20} value={typed.code} />}
      </Field>
      <IdentityFields {...{ typed, wrong, choices }} />
      <ContactFields {...{ typed, wrong, choices }} />
      <OccasionFields {...{ typed, wrong }} />
      <button type="submit">Thêm cơ quan</button>
    </form>
    <p class="no-print">
      <a href="/staff/agencies">Về danh sách cơ quan</a>
    </p>
  </PeopleFrame>
)
