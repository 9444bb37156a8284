import type { Visit } from '../../../conversation/flow/prospect.ts'
import { VISIT_AHEAD } from '../../../conversation/checks/day-checks.ts'
import type { Dossier } from '../../../dossiers/dossier.ts'
import { MOST_TIMES, renderTime, timeOf } from '../../../dossiers/visit.ts'
import { daysAfter, toVietnamDay } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import type { KeptAsk } from '../ask-form.ts'
import type { Trouble } from './trouble.ts'

interface ProposeFormProps {
  dossier: Dossier
  visit: Visit
  csrf: string
  now: number
  typed: Trouble | undefined
}

/** Up to three other times for a visit, and why: the citizen chooses one with a button. */
export const ProposeForm = ({ dossier, visit, csrf, now, typed }: ProposeFormProps) => {
  const kept: KeptAsk = typed?.asked?.kept ?? {}
  const wrong: KeptAsk = typed?.asked?.wrong ?? {}
  const current = timeOf(dossier.answers, visit)
  const other = Object.values(wrong).includes(typed?.because ?? '') ? undefined : typed?.because
  return (
    <details open={typed !== undefined}>
      <summary>Đề nghị giờ khác</summary>
      <form method="post" action={`/staff/dossiers/${dossier.id}/propose`} class="ask">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="revision" value={dossier.revision} />
        {current && <p class="fresh">Đang hẹn: {renderTime(current)}.</p>}
        <p class="hint">Người dân nhận một tin, bấm chọn một giờ, xin giờ khác hoặc bỏ hẹn.</p>
        {Array.from({ length: MOST_TIMES }, (_, i) => (
          <TimeRow key={i} {...{ i, visit, kept, now, wrong: wrong[`day-${i}`] }} />
        ))}
        <Field
          id="words-propose"
          label="Lý do đổi giờ"
          hint="Người dân đọc nguyên văn. Ví dụ: Sáng đó cơ quan họp, không có người tiếp."
          wrong={other}
        >
          {(described) => (
            <textarea {...{ ...described, name: 'words', rows: 2, value: typed?.words ?? '' }} required />
          )}
        </Field>
        <button type="submit">Gửi đề nghị</button>
      </form>
    </details>
  )
}

interface TimeRowProps {
  i: number
  visit: Visit
  kept: KeptAsk
  now: number
  wrong: string | undefined
}

const TimeRow = ({ i, visit, kept, now, wrong }: TimeRowProps) => (
  <fieldset>
    <legend>
      Giờ thứ {i + 1}
      {i > 0 && <span class="soft"> (không bắt buộc)</span>}
    </legend>
    <Field id={`day-${i}`} label="Ngày" wrong={wrong}>
      {(described) => (
        <input
          {...described}
          type="date"
          name={`day-${i}`}
          value={kept[`day-${i}`] ?? ''}
          min={toVietnamDay(now)}
          max={daysAfter(toVietnamDay(now), VISIT_AHEAD)}
          required={i === 0}
        />
      )}
    </Field>
    <Field id={`slot-${i}`} label="Khung giờ">
      {(described) => (
        <select {...described} name={`slot-${i}`}>
          {visit.sessions.map(({ key, said }) => (
            <option key={key} value={key} selected={kept[`slot-${i}`] === key}>
              {said}
            </option>
          ))}
        </select>
      )}
    </Field>
  </fieldset>
)
