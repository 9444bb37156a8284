import type { Agency } from '../../../dossiers/agencies.ts'
import { changedFields } from '../../../dossiers/agency-changes.ts'
import type { AgencyVersion } from '../../../dossiers/agency-days.ts'
import { renderDay, renderInstant, type VietnamDay } from '../../../kernel/clock.ts'
import { type OfficeStaff, PeopleFrame } from '../../people/pages/frame.tsx'
import { TroublesNotice } from '../../people/pages/troubles-notice.tsx'
import { FIELD_NAMES, type Names, renderField } from '../agency-words.ts'
import type { AgencyForm, AgencyTroubles } from '../read-agency.ts'
import { type Choices, ContactFields, IdentityFields, OccasionFields, Select } from './agency-fields.tsx'
import { DoneNotice } from './tree-page.tsx'

/** A row of the history with what it changed. */
export interface ShownVersion {
  row: AgencyVersion
  before: Agency | undefined
  /** `overruled`: another row of the same day came after it. */
  part: 'planned' | 'in force' | 'overruled'
}

export interface AgencyPageProps {
  staff: OfficeStaff
  agency: Agency
  /** It takes dossiers today. */
  isOpen: boolean
  history: readonly ShownVersion[]
  names: Names
  choices: Choices
  /** What this person may change: everything, what an agency looks after itself, or nothing. */
  may: 'all' | 'own' | 'nothing'
  typed: AgencyForm
  close: AgencyForm
  wrong: AgencyTroubles
  failed?: { what: string; at: Readonly<Record<string, string | undefined>>; isClosing?: boolean } | undefined
  done?: string | undefined
  today: VietnamDay
}

const SHOWN: readonly (keyof Agency)[] = [
  ...(['level', 'parent', 'area', 'telephone', 'place', 'calendar', 'competentFor'] as const),
  ...(['validFrom', 'validTo', 'successor'] as const),
]

/** One agency: what it is today, what was recorded of it, and the forms that change it from a day on. */
export const AgencyPage = (props: AgencyPageProps) => {
  const { staff, agency, isOpen, names, failed, done, may } = props
  return (
    <PeopleFrame {...{ staff, at: '/staff/agencies', title: agency.name, failed: failed !== undefined }}>
      <DoneNotice text={done} />
      {failed && <TroublesNotice what={failed.what} at={failed.at} />}
      <div class="columns">
        <section class="card" aria-labelledby="now-title">
          <h2 id="now-title">Hiện nay</h2>
          {!isOpen && (
            <p class="notice">Cơ quan này không nhận hồ sơ mới. Hồ sơ còn ở đây do cơ quan kế tục giải quyết.</p>
          )}
          <dl class="answers">
            <dt>{FIELD_NAMES.code}</dt>
            <dd>{agency.code}</dd>
            {SHOWN.filter((field) => agency[field] !== undefined || ALWAYS.has(field)).map((field) => (
              <>
                <dt>{FIELD_NAMES[field]}</dt>
                <dd>{renderField(agency, field, names)}</dd>
              </>
            ))}
          </dl>
          <History {...props} />
        </section>
        {may !== 'nothing' && (
          <div class="side">
            <ChangeCard {...props} />
            {may === 'all' && isOpen && agency.validTo === undefined && <CloseCard {...props} />}
          </div>
        )}
      </div>
      <p class="no-print">
        <a href="/staff/agencies">Về danh sách cơ quan</a>
      </p>
    </PeopleFrame>
  )
}

const ALWAYS: ReadonlySet<keyof Agency> = new Set(['telephone', 'place', 'calendar', 'competentFor'])

const ChangeCard = ({ staff, agency, may, failed, ...props }: AgencyPageProps) => (
  <section class="card no-print" aria-labelledby="change-title">
    <h2 id="change-title">Thay đổi</h2>
    <form method="post" action={`/staff/agencies/${agency.code}`}>
      <input type="hidden" name="csrf" value={staff.csrf} />
      {may === 'all' && <IdentityFields {...forForm(props, failed?.isClosing === true)} />}
      <ContactFields {...forForm(props, failed?.isClosing === true)} />
      <OccasionFields {...forForm(props, failed?.isClosing === true)} />
      <button type="submit">Ghi thay đổi</button>
    </form>
  </section>
)

const forForm = (
  { typed, wrong, choices }: Pick<AgencyPageProps, 'typed' | 'wrong' | 'choices'>,
  isOther: boolean,
) => ({
  ...{ typed, choices },
  wrong: isOther ? {} : wrong,
})

const CloseCard = ({ staff, agency, choices, close, wrong, failed }: AgencyPageProps) => (
  <section class="card no-print" aria-labelledby="close-title">
    <details open={failed?.isClosing}>
      <summary>
        <h2 id="close-title">Thôi hoạt động</h2>
      </summary>
      <p class="hint">
        Từ ngày này cơ quan không nhận hồ sơ mới. Hồ sơ nộp vào đây, hồ sơ đang giải quyết và các mã cũ do cơ quan kế
        tục tiếp nhận.
      </p>
      <form method="post" action={`/staff/agencies/${agency.code}/close`}>
        <input type="hidden" name="csrf" value={staff.csrf} />
        <Select
          {...{ name: 'successor', typed: close, wrong: failed?.isClosing ? wrong : {} }}
          options={choices.agencies
            .filter(({ code }) => code !== agency.code)
            .map(({ code, name }) => ({ value: code, label: name }))}
        />
        <OccasionFields {...{ typed: close, wrong: failed?.isClosing ? wrong : {}, prefix: 'close-' }} />
        <button type="submit" class="danger">
          Ghi thôi hoạt động
        </button>
      </form>
    </details>
  </section>
)

const PARTS: Record<ShownVersion['part'], string> = {
  planned: 'chưa có hiệu lực',
  'in force': 'đã có hiệu lực',
  overruled: 'đã thay bằng lần ghi sau',
}

const History = ({ agency, history, names, staff, may }: AgencyPageProps) => (
  <>
    <h2>Các lần thay đổi</h2>
    {history.length === 0 && <p>Chưa có thay đổi nào từ lúc cài đặt.</p>}
    <ol class="plain-list">
      {history.map(({ row, before, part }) => (
        <li key={row.place}>
          <p>
            <b>Từ {renderDay(row.since)}</b> <span class={part === 'planned' ? 'doubt' : 'soft'}>{PARTS[part]}</span>
          </p>
          <ul>
            {changedFields(before, row.entry).map((field) => (
              <li key={field}>
                {FIELD_NAMES[field]}: {before && <>{renderField(before, field, names)} → </>}
                {renderField(row.entry, field, names)}
              </li>
            ))}
          </ul>
          <p class="soft">
            {row.why}. {row.recordedBy} ghi lúc {renderInstant(row.recordedAt)}
          </p>
          {part === 'planned' && may === 'all' && (
            <form method="post" action={`/staff/agencies/${agency.code}/withdraw`} class="no-print">
              <input type="hidden" name="csrf" value={staff.csrf} />
              <input type="hidden" name="place" value={row.place} />
              <button type="submit" class="plain">
                Rút lại
              </button>
            </form>
          )}
        </li>
      ))}
    </ol>
  </>
)
