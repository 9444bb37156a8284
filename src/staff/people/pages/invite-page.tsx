import { Field } from '../../frame/field.tsx'
import type { InvitationForm, InvitationTroubles } from '../read-invitation.ts'
import { type OfficeStaff, PeopleFrame } from './frame.tsx'
import { PostingFields } from './posting-fields.tsx'
import { TroublesNotice } from './troubles-notice.tsx'

type FieldsProps = Parameters<typeof PostingFields>[0]

interface InviteProps {
  staff: OfficeStaff
  /** Of the account to be made. */
  id: string
  fields: FieldsProps
  /** A form that was not carried out. */
  trouble?: { typed: InvitationForm; at: InvitationTroubles }
}

export const InvitePage = ({ staff, id, fields, trouble }: InviteProps) => (
  <PeopleFrame {...{ staff, at: '/staff/people', title: 'Mời cán bộ mới', failed: trouble !== undefined }}>
    {trouble && <TroublesNotice what="Chưa mời được." at={{ ...trouble.at, ...fields.troubles }} />}
    <section class="card">
      <p>
        Hệ thống không gửi thư. Gửi xong biểu mẫu này, ông/bà nhận một liên kết để trao cho người được mời; họ mở liên
        kết và tự đặt mật khẩu.
      </p>
      <form method="post" action="/staff/people/new">
        <input type="hidden" name="csrf" value={staff.csrf} />
        <input type="hidden" name="id" value={id} />
        <Field id="name" label="Họ và tên" wrong={trouble?.at.name}>
          {(described) => (
            <input {...{ ...described, name: 'name', value: trouble?.typed.name ?? '' }} required autocomplete="off" />
          )}
        </Field>
        <Field id="email" label="Địa chỉ e-mail" hint="Dùng để đăng nhập." wrong={trouble?.at.email}>
          {(described) => (
            <input
              {...{ ...described, name: 'email', type: 'email', value: trouble?.typed.email ?? '' }}
              required
              autocomplete="off"
            />
          )}
        </Field>
        <PostingFields {...fields} />
        <div class="pair">
          <button type="submit">Mời và lấy liên kết</button>
          <a class="button plain" href="/staff/people">
            Thôi, quay lại
          </a>
        </div>
      </form>
    </section>
  </PeopleFrame>
)
