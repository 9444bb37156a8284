import type { ComponentChildren } from 'preact'
import { hasRole } from '../../../dossiers/postings.ts'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import type { Administrator } from '../may-administer.ts'

/** Who asks: with the token for their forms, and what they are there for today. */
export type OfficeStaff = SignedInAs & Administrator

const PAGES = [
  { href: '/staff/account', label: 'Tài khoản của tôi' },
  { href: '/staff/people', label: 'Cán bộ', only: 'administrator' },
] as const

interface FrameProps {
  staff: OfficeStaff
  at: (typeof PAGES)[number]['href']
  title: string
  /** The page says that something did not work. */
  failed?: boolean
  /** The heading takes the focus: the page answers a form and has no notice. */
  focus?: boolean
  children: ComponentChildren
}

/** The frame of pages about the people of the office, with the way to those that this person may open. */
export const PeopleFrame = ({ staff, at, title, failed, focus, children }: FrameProps) => (
  <Layout title={`${failed ? 'Lỗi: ' : ''}${title}`} signedIn={staff} stylesheet="/staff/permits.css">
    <nav class="no-print" aria-label="Tài khoản và cán bộ">
      <ul class="sub">
        {PAGES.filter((page) => !('only' in page) || hasRole(staff.postings, page.only)).map(({ href, label }) => (
          <li key={href}>
            <a href={href} {...(href === at && { 'aria-current': 'page' as const })}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <h1 {...(focus && { tabIndex: -1, autofocus: true })}>{title}</h1>
    {children}
  </Layout>
)
