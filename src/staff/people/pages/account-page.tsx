import type { Posting } from '../../../dossiers/postings.ts'
import { renderInstant, type VietnamDay } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import { Notice } from '../../frame/notice.tsx'
import type { Person } from '../ports.ts'
import { AbsenceCard, type AbsenceCardProps } from './absence-card.tsx'
import { type OfficeStaff, PeopleFrame } from './frame.tsx'
import { NewPasswordFields } from './password-page.tsx'
import { type NameOf, partOf, renderSpan, whereAt } from './posting-words.ts'
import { TroublesNotice } from './troubles-notice.tsx'

export interface AccountPageProps {
  staff: OfficeStaff
  person: Pick<Person, 'email'> & { postings: readonly Posting[] }
  /** Names of those whose work this person does today. */
  standsInFor: readonly string[]
  sessions: readonly { id: string; openedAt: number; isThis: boolean }[]
  absence: Omit<AbsenceCardProps, 'csrf' | 'path'>
  nameOf: NameOf
  today: VietnamDay
  done?: string | undefined
  /** Of the form for a new password. */
  wrong?: { password?: string; newPassword?: string; again?: string } | undefined
  failed?: { what: string; at: Readonly<Record<string, string | undefined>> } | undefined
}

const PATH = '/staff/account'

/** Somebody's own account. */
export const AccountPage = (props: AccountPageProps) => {
  const { staff, person, standsInFor, sessions, absence, nameOf, today, done, wrong = {}, failed } = props
  const live = person.postings.filter((it) => partOf(it, today) !== 'past')
  return (
    <PeopleFrame {...{ staff, at: PATH, title: 'Tài khoản của tôi', failed: failed !== undefined }}>
      {done && (
        <Notice>
          <p>{done}</p>
        </Notice>
      )}
      {failed && <TroublesNotice {...failed} />}
      <div class="columns">
        <div class="side">
          <section class="card" aria-labelledby="me">
            <h2 id="me">{staff.name}</h2>
            <p>{person.email}</p>
            {standsInFor.length > 0 && (
              <p>
                <b>Hôm nay ông/bà làm thay:</b> {standsInFor.join(', ')}.
              </p>
            )}
            {live.length === 0 && <p>Chưa có vai trò nào. Xin báo quản trị viên.</p>}
            <ul class="plain-list">
              {live.map((posting) => (
                <li>
                  <b>{whereAt(posting, nameOf)}</b>, {renderSpan(posting)}
                </li>
              ))}
            </ul>
          </section>
          <section class="card no-print" aria-labelledby="password-title">
            <h2 id="password-title">Đổi mật khẩu</h2>
            <p class="soft">Đổi xong, mọi phiên khác của ông/bà bị đăng xuất; phiên này vẫn mở.</p>
            <form method="post" action={`${PATH}/password`}>
              <input type="hidden" name="csrf" value={staff.csrf} />
              <input type="hidden" value={person.email} autocomplete="username" />
              <Field id="password" label="Mật khẩu đang dùng" wrong={wrong.password}>
                {(described) => (
                  <input
                    {...described}
                    name="password"
                    type="password"
                    autocomplete="current-password"
                    maxLength={500}
                    required
                  />
                )}
              </Field>
              <NewPasswordFields wrong={wrong} />
              <button type="submit">Đổi mật khẩu</button>
            </form>
          </section>
          <section class="card no-print" aria-labelledby="sessions-title">
            <h2 id="sessions-title">Phiên đang đăng nhập</h2>
            <ul class="plain-list">
              {sessions.map(({ id, openedAt, isThis }) => (
                <li class="pair" key={id}>
                  <span>
                    Đăng nhập lúc {renderInstant(openedAt)}
                    {isThis && ' (phiên này)'}
                  </span>
                  {!isThis && (
                    <form method="post" action={`${PATH}/sessions`}>
                      <input type="hidden" name="csrf" value={staff.csrf} />
                      <input type="hidden" name="session" value={id} />
                      <button type="submit" class="plain">
                        Đăng xuất<span class="unseen"> phiên lúc {renderInstant(openedAt)}</span>
                      </button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
            {sessions.length > 1 && (
              <form method="post" action={`${PATH}/sessions`}>
                <input type="hidden" name="csrf" value={staff.csrf} />
                <button type="submit" class="danger">
                  Đăng xuất mọi phiên khác
                </button>
              </form>
            )}
          </section>
        </div>
        <div class="side">
          <AbsenceCard {...{ ...absence, csrf: staff.csrf, path: PATH }} />
        </div>
      </div>
    </PeopleFrame>
  )
}
