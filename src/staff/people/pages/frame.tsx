import type { SignedInAs } from '../../frame/layout.tsx'
import { SubFrame, type SubFrameProps, type SubPage } from '../../frame/sub-frame.tsx'
import type { Administrator } from '../may-administer.ts'

/** Who asks: with the token for their forms, and what they are there for today. */
export type OfficeStaff = SignedInAs & Administrator

const PAGES = [
  { href: '/staff/account', label: 'Tài khoản của tôi' },
  { href: '/staff/people', label: 'Cán bộ', only: 'administrator' },
  { href: '/staff/agencies', label: 'Cơ quan', only: 'administrator' },
  { href: '/staff/calendars', label: 'Lịch làm việc', only: 'administrator' },
] as const satisfies readonly SubPage[]

interface FrameProps extends SubFrameProps {
  staff: OfficeStaff
  at: (typeof PAGES)[number]['href']
}

/** The frame of pages about the people of the office, with the way to those that this person may open. */
export const PeopleFrame = (props: FrameProps) => <SubFrame {...props} pages={PAGES} label="Tài khoản và cán bộ" />
