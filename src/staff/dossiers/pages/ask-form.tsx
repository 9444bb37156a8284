import { wasAsked } from '../../../dossiers/acts/ask.ts'
import { usualAnswerDay } from '../../../dossiers/deadlines/answer-by.ts'
import type { Dossier, DossierAction } from '../../../dossiers/dossier.ts'
import { renderDay, renderInstant, weekdayOf } from '../../../kernel/clock.ts'
import { mask, shorten } from '../../../kernel/text.ts'
import { workCalendarFor } from '../../../province/work-calendar.ts'
import { Field } from '../../frame/field.tsx'
import { type Askable, type KeptAsk, NEW_PAPERS } from '../ask-form.ts'
import { USUAL_FAULTS } from '../usual-faults.ts'
import type { Trouble } from './trouble.ts'

interface AskFormProps {
  dossier: Dossier
  actions: readonly DossierAction[]
  askable: readonly Askable[]
  csrf: string
  now: number
  /** An example of a sentence, about this dossier. */
  example: string
  typed: Trouble | undefined
}

/** What is wrong and missing, all at once: each with its reason, and the day by which the citizen should answer. */
export const AskForm = ({ dossier, actions, askable, csrf, now, example, typed }: AskFormProps) => {
  const kept: KeptAsk = typed?.asked?.kept ?? {}
  const wrong: KeptAsk = typed?.asked?.wrong ?? {}
  const usual = usualAnswerDay(workCalendarFor(dossier.agency), now)
  const before = wasAsked({ history: actions })
    ? actions.findLast(({ type }) => type === 'supplement asked')
    : undefined
  // What was refused at the act itself is about the reason for asking again, else about the words.
  const other = Object.values(wrong).includes(typed?.because ?? '') ? undefined : typed?.because
  const hasPapers = Object.keys(kept).some((name) => name.startsWith('paper-'))
  return (
    <details open={typed !== undefined}>
      <summary>Yêu cầu bổ sung</summary>
      <form method="post" action={`/staff/dossiers/${dossier.id}/ask`} class="ask">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="revision" value={dossier.revision} />
        {before && (
          <>
            <p class="fresh">Đã yêu cầu bổ sung một lần, lúc {renderInstant(before.at)}.</p>
            <Field
              id="again"
              label="Vì sao lần trước chưa yêu cầu được"
              hint="Chỉ cán bộ đọc được. Ví dụ: Giấy mới gửi cho thấy thiếu chữ ký của chồng."
              wrong={other}
            >
              {(described) => <input {...described} name="again" required value={kept['again'] ?? ''} />}
            </Field>
          </>
        )}
        <fieldset>
          <legend>Mục nào sai hoặc thiếu</legend>
          <p class="hint">Chọn đủ trong một lần. Người dân được hỏi lại đúng các mục này.</p>
          {askable.map((one, i) => (
            <Item key={one.key} {...{ one, i, kept, wrong: wrong[`why-${i}`] }} />
          ))}
        </fieldset>
        <details open={hasPapers}>
          <summary>Thiếu giấy tờ khác</summary>
          {Array.from({ length: NEW_PAPERS }, (_, i) => (
            <NewPaper key={i} {...{ i, kept, wrong: wrong[`paper-${i}`] }} />
          ))}
        </details>
        <Field
          id="words-ask"
          label="Viết thêm cho người dân"
          hint={`Người dân đọc nguyên văn. Không bắt buộc khi đã chọn mục ở trên. Ví dụ: ${example}`}
          wrong={before ? undefined : other}
        >
          {(described) => <textarea {...{ ...described, name: 'words', rows: 3, value: typed?.words ?? '' }} />}
        </Field>
        <Field
          id="until-ask"
          label="Người dân trả lời trước hết ngày"
          hint={`10 ngày làm việc là đến ${weekdayOf(usual)} ${renderDay(usual)}. Để trống thì không hẹn ngày.`}
          wrong={wrong['until']}
        >
          {(described) => (
            <input {...described} type="date" name="until" value={typed ? (kept['until'] ?? '') : usual} />
          )}
        </Field>
        <button type="submit">Gửi yêu cầu bổ sung</button>
      </form>
    </details>
  )
}

interface RowProps {
  i: number
  kept: KeptAsk
  wrong: string | undefined
}

const Item = ({ one, i, kept, wrong }: RowProps & { one: Askable }) => (
  <div class="ask-item">
    <label for={`item-${i}`} class="check">
      <input type="checkbox" id={`item-${i}`} name={`item-${i}`} value="1" checked={kept[`item-${i}`] !== undefined} />
      <span>
        {one.label} <span class="soft">{givenIn(one)}</span>
      </span>
    </label>
    <div class="ask-why">
      {wrong && (
        <p class="wrong" id={`wrong-why-${i}`}>
          {wrong}
        </p>
      )}
      <label for={`fault-${i}`}>
        Sai chỗ nào<span class="unseen">: {one.label}</span>
      </label>
      <select id={`fault-${i}`} name={`fault-${i}`}>
        <option value="">Chọn, hoặc ghi ở dưới</option>
        {USUAL_FAULTS[one.kind].map((fault) => (
          <option key={fault} value={fault} selected={kept[`fault-${i}`] === fault}>
            {fault}
          </option>
        ))}
      </select>
      <label for={`why-${i}`}>
        Hoặc ghi cách sửa<span class="unseen">: {one.label}</span>
      </label>
      <input
        id={`why-${i}`}
        name={`why-${i}`}
        maxLength={200}
        value={kept[`why-${i}`] ?? ''}
        {...(wrong && { 'aria-describedby': `wrong-why-${i}`, 'aria-invalid': true })}
      />
    </div>
  </div>
)

/** A number that identifies somebody is shown by its ends, as on the page itself. */
function givenIn({ shown, files }: Askable): string {
  if (shown === undefined) return 'chưa gửi'
  if (files !== undefined) return `${files} tệp`
  return /^(\d{9}|\d{12})$/.test(shown) ? mask(shown) : shorten(shown, 60)
}

const NewPaper = ({ i, kept, wrong }: RowProps) => (
  <>
    <Field id={`paper-${i}`} label={`Tên giấy thứ ${i + 1}`} wrong={wrong}>
      {(described) => <input {...described} name={`paper-${i}`} maxLength={80} value={kept[`paper-${i}`] ?? ''} />}
    </Field>
    <Field id={`paper-why-${i}`} label="Cần thế nào" hint="Để trống thì ghi “Chưa gửi giấy này”.">
      {(described) => (
        <input {...described} name={`paper-why-${i}`} maxLength={200} value={kept[`paper-why-${i}`] ?? ''} />
      )}
    </Field>
  </>
)
