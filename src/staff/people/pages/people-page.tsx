import { renderInstant } from '../../../kernel/clock.ts'
import { type Posting, ROLE_NAMES } from '../../../dossiers/postings.ts'
import type { Agency } from '../../../dossiers/agencies.ts'
import { Notice } from '../../frame/notice.tsx'
import type { stateOf } from '../account-state.ts'
import type { Person } from '../ports.ts'
import { type OfficeStaff, PeopleFrame } from './frame.tsx'
import type { NameOf } from './posting-words.ts'

export interface ShownPerson {
  person: Pick<Person, 'id' | 'name' | 'email' | 'seenAt'>
  /** Those that hold or will. */
  postings: readonly Posting[]
  state: ReturnType<typeof stateOf>
}

interface PeopleProps {
  staff: OfficeStaff
  /** By agency, '' for the whole province; somebody of two agencies stands in both. */
  groups: readonly { agency: string | undefined; people: readonly ShownPerson[] }[]
  /** How many more there are than are shown. */
  more: number
  agencies: readonly Pick<Agency, 'code' | 'name'>[]
  nameOf: NameOf
  asked: { agency: string; name: string }
}

export const PeoplePage = ({ staff, groups, more, agencies, nameOf, asked }: PeopleProps) => (
  <PeopleFrame {...{ staff, at: '/staff/people', title: 'Cán bộ' }}>
    <p class="no-print">
      <a class="button" href="/staff/people/new">
        Mời cán bộ mới
      </a>
    </p>
    <form class="search no-print" method="get" action="/staff/people" role="search">
      <div>
        <label for="agency">Cơ quan</label>
        <select id="agency" name="agency">
          <option value="">Tất cả</option>
          {agencies.map(({ code, name }) => (
            <option key={code} value={code} selected={asked.agency === code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="name">Họ tên hoặc e-mail</label>
        <input id="name" name="name" value={asked.name} maxLength={80} autocomplete="off" />
      </div>
      <button type="submit" class="plain">
        Lọc
      </button>
    </form>
    {groups.length === 0 && <p class="card empty">Không có cán bộ nào như vậy. Xin bỏ bớt điều kiện lọc.</p>}
    {more > 0 && (
      <Notice>
        <p>Còn {more} người chưa hiện. Chọn cơ quan hoặc gõ tên để xem.</p>
      </Notice>
    )}
    {groups.map(({ agency, people }) => (
      <Group key={agency ?? ''} title={agency === undefined ? 'Cả tỉnh' : agency && nameOf(agency)} people={people} />
    ))}
  </PeopleFrame>
)

const Group = ({ title, people }: { title: string; people: readonly ShownPerson[] }) => (
  <table>
    <caption>{title || 'Không còn vai trò nào'}</caption>
    <thead>
      <tr>
        <th scope="col">Cán bộ</th>
        <th scope="col">Vai trò</th>
        <th scope="col">Tình trạng</th>
        <th scope="col">Hoạt động gần nhất</th>
      </tr>
    </thead>
    <tbody>
      {people.map(({ person, postings, state }) => (
        <tr key={person.id}>
          <td>
            <a href={`/staff/people/${person.id}`}>{person.name}</a>
            <span class="soft">{person.email}</span>
          </td>
          <td data-label="Vai trò">{postings.map(({ role }) => ROLE_NAMES[role]).join(', ') || 'không còn'}</td>
          <td data-label="Tình trạng">
            <span class={TONES[state.state]}>{state.label}</span>
          </td>
          <td data-label="Hoạt động gần nhất">
            {person.seenAt === undefined ? 'chưa ghi' : <time>{renderInstant(person.seenAt)}</time>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const TONES: Record<ShownPerson['state']['state'], string> = {
  active: 'fine',
  away: 'doubt',
  invited: 'doubt',
  lapsed: 'turned-back',
  disabled: 'turned-back',
  unused: 'turned-back',
}
