import type { CalendarVersion } from '../../../casework/ports.ts'
import { renderDay, renderInstant, type VietnamDay, weekdayOf } from '../../../kernel/clock.ts'
import { Notice } from '../../frame/notice.tsx'
import { PeopleFrame } from '../../people/pages/frame.tsx'
import { TroublesNotice } from '../../people/pages/troubles-notice.tsx'
import { CalendarForms, type CalendarFormsProps } from './calendar-forms.tsx'
import { CalendarHours } from './calendar-hours.tsx'

export interface CalendarPageProps extends CalendarFormsProps {
  today: VietnamDay
  recent: readonly CalendarVersion[]
  mayChange: boolean
  isDone?: boolean
}

/** When agencies work, what is planned, and the forms that change it. */
export const CalendarPage = (props: CalendarPageProps) => {
  const { staff, calendars, unreviewed, recent, mayChange, isDone, trouble } = props
  return (
    <PeopleFrame {...{ staff, at: '/staff/calendars', title: 'Lịch làm việc', failed: trouble !== undefined }}>
      {isDone && (
        <Notice>
          <p>Đã ghi. Hạn của hồ sơ được tính theo lịch mới từ bây giờ; hạn đã báo cho người dân giữ nguyên.</p>
        </Notice>
      )}
      {trouble && <Trouble {...trouble} />}
      {unreviewed.length > 0 && (
        <p class="notice bad">
          Chưa ai đối chiếu ngày nghỉ lễ năm {unreviewed.join(', ')} với kế hoạch của Chính phủ, nên hạn tính vào năm đó
          có thể sai. {mayChange ? 'Xin đối chiếu ở mục “Đối chiếu ngày nghỉ lễ”.' : 'Xin báo quản trị cấp tỉnh.'}
        </p>
      )}
      <div class="columns">
        <div>
          {calendars.calendars.map((calendar) => (
            <CalendarHours key={calendar.id} {...{ calendar, today: props.today }} />
          ))}
          <DaysOff {...props} />
        </div>
        {mayChange && (
          <div class="side no-print">
            <CalendarForms {...props} />
          </div>
        )}
      </div>
      {mayChange && (
        <p class="no-print">
          <a href="/staff/calendars/import">Nhập từ CSV hoặc YAML</a> · Tải về:{' '}
          <a href="/staff/calendars/export.csv">CSV</a> hoặc <a href="/staff/calendars/export.yaml">YAML</a>
        </p>
      )}
      <details>
        <summary>Các lần thay đổi ({recent.length})</summary>
        {recent.length === 0 && <p>Chưa có thay đổi nào từ lúc cài đặt.</p>}
        <ol class="plain-list">
          {recent.map(({ place, why, recordedBy, recordedAt }) => (
            <li key={place}>
              {why}. <span class="soft">{`${recordedBy} ghi lúc ${renderInstant(recordedAt)}`}</span>
            </li>
          ))}
        </ol>
      </details>
    </PeopleFrame>
  )
}

const Trouble = ({ deed, at, problems }: NonNullable<CalendarPageProps['trouble']>) =>
  problems ? (
    <Notice bad>
      <p>
        <b>Chưa ghi.</b> Lịch như vậy chưa dùng được:
      </p>
      <ul class="plain-list">
        {problems.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  ) : (
    <TroublesNotice
      what="Chưa ghi."
      at={Object.fromEntries(Object.entries(at).map(([field, text]) => [`${deed}-${field}`, text]))}
    />
  )

const DaysOff = ({ calendars: { swaps, closures, reviewed }, today, staff, seen, mayChange }: CalendarPageProps) => {
  const days = [
    ...closures.map(({ day, name }) => ({ day, text: `nghỉ: ${name}` })),
    ...swaps.map(({ off, on, name }) => ({
      day: off,
      text: `nghỉ, làm bù ${weekdayOf(on)} ${renderDay(on)}: ${name}`,
    })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const coming = days.filter(({ day }) => day >= today)
  return (
    <section class="card" aria-labelledby="days-title">
      <h2 id="days-title">Ngày nghỉ riêng và ngày làm bù sắp tới</h2>
      {coming.length === 0 && <p>Chưa có ngày nào, ngoài các ngày nghỉ lễ.</p>}
      <ul class="plain-list">
        {coming.map(({ day, text }) => (
          <li key={day}>
            <b>
              {weekdayOf(day)} {renderDay(day)}
            </b>
            : {text}
            {mayChange && (
              <form method="post" action="/staff/calendars/remove" class="no-print">
                <input type="hidden" name="csrf" value={staff.csrf} />
                <input type="hidden" name="seen" value={seen} />
                <input type="hidden" name="day" value={day} />
                <button type="submit" class="plain" aria-label={`Bỏ ngày ${renderDay(day)}`}>
                  Bỏ
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {days.length > coming.length && (
        <details>
          <summary>Đã qua ({days.length - coming.length})</summary>
          <ul class="plain-list">
            {days
              .filter(({ day }) => day < today)
              .map(({ day, text }) => (
                <li key={day}>
                  {renderDay(day)}: {text}
                </li>
              ))}
          </ul>
        </details>
      )}
      <h3>Năm đã đối chiếu ngày nghỉ lễ</h3>
      <ul class="plain-list">
        {reviewed.map(({ year, by }) => (
          <li key={year}>
            <b>{year}</b>: {by}
          </li>
        ))}
      </ul>
    </section>
  )
}
