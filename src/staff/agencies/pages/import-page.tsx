import type { Agency } from '../../../dossiers/agencies.ts'
import { type AgencyChange, changedFields } from '../../../dossiers/agency-changes.ts'
import { renderDay } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import { Notice } from '../../frame/notice.tsx'
import { type OfficeStaff, PeopleFrame } from '../../people/pages/frame.tsx'
import { FIELD_NAMES, type Names, renderField } from '../agency-words.ts'

interface ImportProps {
  staff: OfficeStaff
  text: string
  /** Each mistake; nothing is taken in while there is one. */
  troubles?: readonly string[]
  /** What the text would change, beside what it is now. */
  planned?: readonly { change: AgencyChange; before: Agency | undefined }[]
  names: Names
}

/** A text with agencies is pasted, looked at row by row, and then taken in as a whole. */
export const ImportPage = ({ staff, text, troubles = [], planned, names }: ImportProps) => (
  <PeopleFrame {...{ staff, at: '/staff/agencies', title: 'Nhập danh sách cơ quan', failed: troubles.length > 0 }}>
    {troubles.length > 0 && (
      <Notice bad>
        <p>
          <b>Chưa nhập gì.</b> Xin sửa các dòng sau rồi xem lại:
        </p>
        <ul class="plain-list">
          {troubles.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </Notice>
    )}
    {planned?.length === 0 && (
      <Notice>
        <p>Danh sách này giống hệt những gì đang có, không có gì để nhập.</p>
      </Notice>
    )}
    {planned && planned.length > 0 && (
      <section class="card" aria-labelledby="planned-title">
        <h2 id="planned-title">Sẽ thay đổi ({planned.length})</h2>
        <ol class="plain-list">
          {planned.map(({ change: { code, since, entry, why }, before }) => (
            <li key={`${code} ${since}`}>
              <b>
                {entry.name} ({code})
              </b>
              , từ {renderDay(since)}: {before ? '' : 'cơ quan mới. '}
              {changedFields(before, entry)
                .map(
                  (field) =>
                    `${FIELD_NAMES[field]}: ${before ? `${renderField(before, field, names)} → ` : ''}${renderField(entry, field, names)}`,
                )
                .join('; ')}
              <span class="soft"> {why}</span>
            </li>
          ))}
        </ol>
        <form method="post" action="/staff/agencies/import">
          <input type="hidden" name="csrf" value={staff.csrf} />
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="step" value="do" />
          <button type="submit">Nhập tất cả</button>
        </form>
      </section>
    )}
    <form class="card" method="post" action="/staff/agencies/import">
      <input type="hidden" name="csrf" value={staff.csrf} />
      <Field
        id="text"
        label="Nội dung CSV hoặc YAML"
        hint="Tải bản hiện có về, sửa, rồi dán cả vào đây. Dòng thay đổi cần lý do ở cột why."
      >
        {(described) => (
          <textarea {...described} name="text" rows={14} spellcheck={false}>
            {/* A browser drops the first line end of a text area. */}
            {`\n${text}`}
          </textarea>
        )}
      </Field>
      <button type="submit">Xem trước</button>
    </form>
    <p class="no-print">
      Tải về: <a href="/staff/agencies/export.csv">CSV</a> hoặc <a href="/staff/agencies/export.yaml">YAML</a> ·{' '}
      <a href="/staff/agencies">Về danh sách cơ quan</a>
    </p>
  </PeopleFrame>
)
