import type { ComponentChildren } from 'preact'
import { renderDay, type VietnamDay, weekdayOf, WEEKDAYS } from '../../../kernel/clock.ts'
import type { CalendarsFile } from '../../../province/province-format.ts'
import { Field } from '../../frame/field.tsx'
import type { OfficeStaff } from '../../people/pages/frame.tsx'
import type { CalendarDeed, CalendarForm, CalendarTroubles } from '../read-calendar.ts'
import { hoursOn } from './calendar-hours.tsx'

export interface CalendarFormsProps {
  staff: OfficeStaff
  calendars: CalendarsFile
  /** Place of what is shown. */
  seen: number
  /** Years that are counted in and nobody has compared with the government's plan. */
  unreviewed: readonly number[]
  /** The year that is to be reviewed next, and its holidays as the program reckons them. */
  year: number
  holidays: readonly { day: VietnamDay; name: string }[]
  /** A form that was not carried out. */
  trouble?: { deed: CalendarDeed; typed: CalendarForm; at: CalendarTroubles; problems?: readonly string[] } | undefined
}

type Props = CalendarFormsProps

/** The forms that change the calendars; each keeps what was typed when it could not be carried out. */
export const CalendarForms = (props: Props) => (
  <>
    <Part {...props} deed="closure" title="Thêm ngày nghỉ" press="Ghi ngày nghỉ">
      <Input {...props} deed="closure" field="day" label="Ngày nghỉ" type="date" />
      <Input {...props} deed="closure" field="name" label="Lý do" hint="Ví dụ: Nghỉ tránh bão số 9." />
    </Part>
    <Part {...props} deed="swap" title="Hoán đổi ngày làm việc" press="Ghi hoán đổi">
      <Input {...props} deed="swap" field="off" label="Ngày được nghỉ" type="date" />
      <Input {...props} deed="swap" field="on" label="Ngày làm bù" type="date" />
      <Input {...props} deed="swap" field="name" label="Lý do" hint="Ví dụ: Nghỉ Tết, theo kế hoạch của Chính phủ." />
    </Part>
    <Part {...props} deed="hours" title="Đổi giờ làm việc, thêm lịch" press="Ghi giờ làm việc">
      <HoursFields {...props} />
    </Part>
    <Part
      {...props}
      deed="reviewed"
      title="Đối chiếu ngày nghỉ lễ"
      press="Đã đối chiếu"
      isOpen={props.unreviewed.length > 0}
    >
      <p class="hint">
        Máy tính năm {props.year} nghỉ các ngày này. Xin so với kế hoạch của Chính phủ; ngày làm bù thì ghi ở “Hoán
        đổi”.
      </p>
      <ul class="plain-list">
        {props.holidays.map(({ day, name }) => (
          <li key={day}>
            {weekdayOf(day)} {renderDay(day)}: {name}
          </li>
        ))}
      </ul>
      <Input {...props} deed="reviewed" field="year" label="Năm" value={String(props.year)} />
      <Input
        {...props}
        deed="reviewed"
        field="name"
        label="Văn bản đã đối chiếu"
        hint="Ví dụ: Thông báo 45/TB-BNV ngày 10/10/2029."
      />
    </Part>
  </>
)

interface PartProps extends Props {
  deed: CalendarDeed
  title: string
  press: string
  isOpen?: boolean
  children: ComponentChildren
}

const Part = ({ staff, seen, trouble, deed, title, press, isOpen, children }: PartProps) => (
  <section class="card" aria-labelledby={`${deed}-title`}>
    <details open={isOpen === true || trouble?.deed === deed}>
      <summary>
        <h2 id={`${deed}-title`}>{title}</h2>
      </summary>
      <form method="post" action={`/staff/calendars/${deed}`}>
        <input type="hidden" name="csrf" value={staff.csrf} />
        <input type="hidden" name="seen" value={seen} />
        {children}
        <button type="submit">{press}</button>
      </form>
    </details>
  </section>
)

interface InputProps extends Props {
  deed: CalendarDeed
  field: Exclude<keyof CalendarForm, 'hours' | 'seen'>
  label: string
  hint?: string
  type?: 'date'
  value?: string
}

const Input = ({ trouble, deed, field, label, hint, type, value = '' }: InputProps) => {
  const own = trouble?.deed === deed ? trouble : undefined
  return (
    <Field id={`${deed}-${field}`} label={label} hint={hint} wrong={own?.at[field]}>
      {(described) => {
        const shown = { ...described, name: field, value: own?.typed[field] ?? value }
        return type ? <input {...shown} type={type} /> : <input {...shown} maxLength={300} />
      }}
    </Field>
  )
}

const HoursFields = (props: Props) => {
  const { calendars, trouble } = props
  const own = trouble?.deed === 'hours' ? trouble : undefined
  const week = calendars.calendars[0]?.periods.at(-1)?.week ?? []
  return (
    <>
      <Field id="hours-id" label="Lịch">
        {(described) => (
          <select {...described} name="id">
            {calendars.calendars.map(({ id, name }) => (
              <option key={id} value={id} selected={own?.typed.id === id}>
                {name}
              </option>
            ))}
            <option value="" selected={own?.typed.id === ''}>
              Lịch mới
            </option>
          </select>
        )}
      </Field>
      <Input {...props} deed="hours" field="name" label="Tên lịch mới (nếu thêm)" hint="Ví dụ: Giờ của công an xã." />
      <Input {...props} deed="hours" field="from" label="Có hiệu lực từ ngày" type="date" />
      <fieldset class="field" id="hours-hours" aria-describedby={own?.at.hours ? 'wrong-hours' : 'hint-hours'}>
        <legend>Giờ từng ngày</legend>
        <p class="hint" id="hint-hours">
          Ví dụ: 07:00-11:00, 13:00-17:00. Để trống ngày nghỉ.
        </p>
        {own?.at.hours && (
          <p class="wrong" id="wrong-hours">
            {own.at.hours}
          </p>
        )}
        {WEEKDAYS.map((weekday, i) => (
          <div class="field" key={weekday}>
            <label for={`hours-${i}`}>{weekday}</label>
            <input
              id={`hours-${i}`}
              name="hours"
              maxLength={80}
              value={own?.typed.hours[i] ?? hoursOn(week, i + 1).join(', ')}
            />
          </div>
        ))}
      </fieldset>
      <Input {...props} deed="hours" field="why" label="Lý do" hint="Ví dụ: Quyết định 123/QĐ-UBND." />
    </>
  )
}
