import { renderInstant } from '../../../kernel/clock.ts'
import type { Person } from '../ports.ts'
import { type OfficeStaff, PeopleFrame } from './frame.tsx'

interface LinkProps {
  staff: OfficeStaff
  person: Pick<Person, 'id' | 'name' | 'email'>
  /** With the code behind `#`, so that no server on the way writes it down. */
  link: string
  expiresAt: number
}

/** The only time anybody sees this link. */
export const LinkPage = ({ staff, person, link, expiresAt }: LinkProps) => (
  <PeopleFrame {...{ staff, at: '/staff/people', title: `Liên kết cho ${person.name}`, focus: true }}>
    <section class="card" aria-labelledby="link-title">
      <h2 id="link-title">Chép lại ngay, liên kết không hiện lại lần nữa</h2>
      <div class="field">
        <label for="link">Liên kết đặt mật khẩu</label>
        <textarea id="link" readOnly rows={3} aria-describedby="about-link">
          {link}
        </textarea>
      </div>
      <p id="about-link">
        Trao tận tay hoặc gửi riêng cho {person.name} ({person.email}). Liên kết dùng được một lần, đến{' '}
        <strong>{renderInstant(expiresAt)}</strong>. Ai có liên kết này thì đặt được mật khẩu: đừng gửi vào nhóm chung.
      </p>
      <p class="no-print">
        <a class="button" href={`/staff/people/${person.id}`}>
          Tôi đã chép lại
        </a>
      </p>
    </section>
  </PeopleFrame>
)
