import { withClosure } from '../../../src/province/calendar-edits.ts'
import { seededCalendars } from '../../../src/province/work-calendar.ts'
import type { Desk } from '../fakes.ts'
import { describeAdministeredDeed } from './administered.ts'

const booksOf = ({ agencyDesk }: Desk) => agencyDesk.calendarRows
const FRIDAY = '07:00-11:00'

describeAdministeredDeed(
  'closing offices for a day',
  '/staff/calendars/closure',
  { day: '2030-05-06', name: 'Nghỉ bão' },
  booksOf,
)
describeAdministeredDeed(
  'swapping days',
  '/staff/calendars/swap',
  { off: '2030-05-06', on: '2030-05-04', name: 'Nghỉ bù' },
  booksOf,
)
describeAdministeredDeed(
  'reviewing a year',
  '/staff/calendars/reviewed',
  { year: '2030', name: 'Thông báo 45' },
  booksOf,
)
describeAdministeredDeed(
  'changing hours',
  '/staff/calendars/hours',
  { id: 'office', from: '2030-06-01', hours: FRIDAY, why: 'Quyết định 12' },
  booksOf,
)
describeAdministeredDeed(
  'taking a day off back',
  '/staff/calendars/remove',
  { day: '2030-05-06', seen: '1' },
  booksOf,
  ({ agencyDesk }) => {
    const entry = withClosure(seededCalendars, { day: '2030-05-06', name: 'Nghỉ bão' })
    agencyDesk.calendarRows.push({ place: 1, entry, why: 'Nghỉ bão', recordedBy: 'An', recordedAt: 0 })
  },
)
