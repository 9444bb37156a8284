import { renderInstant } from '../../../kernel/clock.ts'
import { Facts } from '../../frame/facts.tsx'
import { Notice } from '../../frame/notice.tsx'
import type { stateOf } from '../account-state.ts'
import type { Person } from '../ports.ts'
import { AbsenceCard, type AbsenceCardProps } from './absence-card.tsx'
import { AccountDeeds } from './account-deeds.tsx'
import { type OfficeStaff, PeopleFrame } from './frame.tsx'
import { PostingFields } from './posting-fields.tsx'
import { PostingList, type PostingListProps } from './posting-list.tsx'
import { TroublesNotice } from './troubles-notice.tsx'

export interface PersonPageProps {
  staff: OfficeStaff
  person: Person
  state: ReturnType<typeof stateOf>
  deeds: Pick<Parameters<typeof AccountDeeds>[0], 'barred' | 'inHand' | 'sessions'>
  list: Pick<PostingListProps, 'mayEnd' | 'nameOf' | 'today' | 'ending'>
  fields: Parameters<typeof PostingFields>[0]
  absence: Omit<AbsenceCardProps, 'csrf' | 'path'>
  /** What was just done, or why it was not. */
  done?: string | undefined
  failed?: { what: string; at: Readonly<Record<string, string | undefined>> } | undefined
}

/** One person of the office, as those who look after accounts see them. */
export const PersonPage = ({ staff, person, state, deeds, list, fields, absence, done, failed }: PersonPageProps) => {
  const path = `/staff/people/${person.id}`
  return (
    <PeopleFrame {...{ staff, at: '/staff/people', title: person.name, failed: failed !== undefined }}>
      {done && (
        <Notice>
          <p>{done}</p>
        </Notice>
      )}
      {failed && <TroublesNotice {...failed} />}
      <Facts
        of={[
          person.email,
          state.label,
          person.seenAt !== undefined && `hoạt động gần nhất ${renderInstant(person.seenAt)}`,
        ]}
      />
      <div class="columns">
        <section class="card" aria-labelledby="postings-title">
          <h2 id="postings-title">Vai trò</h2>
          <PostingList {...{ ...list, csrf: staff.csrf, path, postings: person.postings }} />
          {fields.agencies.length > 0 && (
            <details class="no-print" open={fields.troubles !== undefined}>
              <summary>Giao thêm vai trò</summary>
              <form method="post" action={`${path}/postings`}>
                <input type="hidden" name="csrf" value={staff.csrf} />
                <PostingFields {...fields} />
                <button type="submit">Giao vai trò</button>
              </form>
            </details>
          )}
        </section>
        <div class="side">
          <section class="card no-print" aria-labelledby="account-title">
            <h2 id="account-title">Tài khoản</h2>
            <AccountDeeds {...{ ...deeds, csrf: staff.csrf, path, state: state.state }} />
          </section>
          {deeds.barred === undefined && <AbsenceCard {...{ ...absence, csrf: staff.csrf, path }} />}
        </div>
      </div>
      <p class="no-print">
        <a href="/staff/people">Về danh sách cán bộ</a>
      </p>
    </PeopleFrame>
  )
}
