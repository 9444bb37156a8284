import { Field } from '../../frame/field.tsx'
import { Notice } from '../../frame/notice.tsx'
import { type OfficeStaff, PeopleFrame } from '../../people/pages/frame.tsx'

/** What is taken in, and where. */
export interface Imported {
  title: string
  /** Of the page of the list; the forms and the exports lie beneath it. */
  at: '/staff/agencies' | '/staff/calendars'
  back: string
  hint: string
  same: string
}

interface ImportProps {
  staff: OfficeStaff
  of: Imported
  text: string
  /** Each mistake; nothing is taken in while there is one. */
  troubles?: readonly string[]
  /** What the text would change, a line each. */
  planned?: readonly preact.ComponentChild[]
  /** Rows of the list that the text does not name, and that stay as they are. */
  kept?: number
  /** What should be known before it is taken in. */
  warned?: readonly string[]
  /** Why, where it is asked for the whole; what is wrong with it. */
  why?: { typed: string; wrong?: string | undefined }
}

const keptWords = (kept: number): string =>
  `${kept} cơ quan không có trong danh sách này được giữ nguyên; muốn đóng một cơ quan, xin ghi ngày ở cột validTo.`

/** A text with a table is pasted, looked at row by row, and then taken in as a whole. */
export const ImportPage = ({ staff, of, text, troubles = [], planned, kept = 0, warned = [], why }: ImportProps) => (
  <PeopleFrame {...{ staff, at: of.at, title: of.title, failed: troubles.length > 0 || why?.wrong !== undefined }}>
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
        <p>
          {kept === 0
            ? of.same
            : `Các dòng trong nội dung này giống những gì đang có, không có gì để nhập. ${keptWords(kept)}`}
        </p>
      </Notice>
    )}
    {planned && planned.length > 0 && (
      <section class="card" aria-labelledby="planned-title">
        <h2 id="planned-title">Sẽ thay đổi ({planned.length})</h2>
        <ol class="plain-list">
          {planned.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ol>
        {kept > 0 && <p>{keptWords(kept)}</p>}
        {warned.map((it) => (
          <p key={it} class="notice bad">
            {it}
          </p>
        ))}
        <form method="post" action={`${of.at}/import`}>
          <input type="hidden" name="csrf" value={staff.csrf} />
          <input type="hidden" name="text" value={text} />
          {why && <input type="hidden" name="why" value={why.typed} />}
          <input type="hidden" name="step" value="do" />
          <button type="submit">Nhập tất cả</button>
        </form>
      </section>
    )}
    <form class="card" method="post" action={`${of.at}/import`}>
      <input type="hidden" name="csrf" value={staff.csrf} />
      <Field id="text" label="Nội dung CSV hoặc YAML" hint={of.hint}>
        {(described) => (
          <textarea {...described} name="text" rows={14} spellcheck={false}>
            {/* A browser drops the first line end of a text area. */}
            {`\n${text}`}
          </textarea>
        )}
      </Field>
      {why && (
        <Field id="why" label="Lý do" hint="Ví dụ: Quyết định 123/QĐ-UBND." wrong={why.wrong}>
          {(described) => <input {...described} type="text" name="why" value={why.typed} maxLength={300} />}
        </Field>
      )}
      <button type="submit">Xem trước</button>
    </form>
    <p class="no-print">
      Tải về: <a href={`${of.at}/export.csv`}>CSV</a> hoặc <a href={`${of.at}/export.yaml`}>YAML</a> ·{' '}
      <a href={of.at}>{of.back}</a>
    </p>
  </PeopleFrame>
)
