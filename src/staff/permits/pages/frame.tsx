import type { ComponentChildren } from 'preact'
import type { Doer } from '../../../dossiers/may.ts'
import { hasRole } from '../../../dossiers/postings.ts'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'

/** Who asks: with the token for their forms, and who they are to dossiers. */
export type PermitStaff = SignedInAs & Doer

const PAGES = [
  { href: '/staff/permits/waiting', label: 'Chờ duyệt' },
  { href: '/staff/scans', label: 'Lượt quét' },
  { href: '/staff/scans/clones', label: 'Nghi bị sao chép', only: 'administrator' },
  { href: '/staff/posts', label: 'Chốt kiểm tra', only: 'administrator' },
  { href: '/staff/permits/orders', label: 'Lệnh áp dụng', only: 'administrator' },
  { href: '/staff/set-aside', label: 'Tin chưa xử lý được', only: 'administrator' },
] as const

interface FrameProps {
  staff: PermitStaff
  at: (typeof PAGES)[number]['href']
  title: string
  /** The page says that something did not work. */
  failed?: boolean
  /** The heading takes the focus: the page answers a form and has no notice. */
  focus?: boolean
  children: ComponentChildren
}

/** The frame of pages about permits and checkpoints, with the way to those that this person may open. */
export const PermitFrame = ({ staff, at, title, failed, focus, children }: FrameProps) => (
  <Layout title={`${failed ? 'Lỗi: ' : ''}${title}`} signedIn={staff} at="permits" stylesheet="/staff/permits.css">
    <nav class="no-print" aria-label="Giấy và chốt">
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
