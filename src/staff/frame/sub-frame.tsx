import type { ComponentChildren } from 'preact'
import { hasRole, isOfProvince, type Posting, type Role } from '../../dossiers/postings.ts'
import { Layout, type SignedInAs } from './layout.tsx'

/** A page of one part; `only` for whom it is, where not for everybody. */
export interface SubPage {
  href: string
  label: string
  only?: Role
  /** Only who has that role for the whole province. */
  ofProvince?: true
}

export interface SubFrameProps {
  staff: SignedInAs & { postings: readonly Posting[] }
  at: string
  title: string
  /** The page says that something did not work. */
  failed?: boolean
  /** The heading takes the focus: the page answers a form and has no notice. */
  focus?: boolean
  children: ComponentChildren
}

/** The frame of the pages of one part, with the way to those that this person may open. */
export const SubFrame = ({
  staff,
  at,
  title,
  failed,
  focus,
  children,
  ...part
}: SubFrameProps & { pages: readonly SubPage[]; label: string; part?: 'permits' }) => (
  <Layout
    title={`${failed ? 'Lỗi: ' : ''}${title}`}
    signedIn={staff}
    {...(part.part && { at: part.part })}
    stylesheet="/staff/permits.css"
  >
    <nav class="no-print" aria-label={part.label}>
      <ul class="sub">
        {part.pages
          .filter(
            ({ only, ofProvince }) => only === undefined || (ofProvince ? isOfProvince : hasRole)(staff.postings, only),
          )
          .map(({ href, label }) => (
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
