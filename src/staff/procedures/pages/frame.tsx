import type { ComponentChildren } from 'preact'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'

const TABS = [
  { at: 'editor', path: '', label: 'Nội dung' },
  { at: 'rehearsal', path: '/rehearsal', label: 'Diễn tập' },
  { at: 'funnel', path: '/funnel', label: 'Số liệu' },
  { at: 'history', path: '/history', label: 'Lịch sử' },
] as const

interface FrameProps {
  signedIn: SignedInAs
  flow: string
  name: string
  code?: string | undefined
  /** Absent on pages behind a tab, such as a confirmation. */
  at?: (typeof TABS)[number]['at']
  title: string
  /** A form was not carried out: said in the title, which is heard first. */
  failed?: boolean
  script?: string
  children: ComponentChildren
}

export const pathOf = (flow: string): string => `/staff/procedures/${flow}`

/** What every page about one procedure has: where one is, and the ways to the others. */
export const ProcedureFrame = ({ signedIn, flow, name, code, at, title, failed, script, children }: FrameProps) => (
  <Layout
    title={`${failed ? 'Lỗi: ' : ''}${title}: ${name}`}
    signedIn={signedIn}
    at="procedures"
    stylesheet="/staff/procedures.css"
    wide
    {...(script !== undefined && { script })}
  >
    <p class="no-print">
      <a href="/staff/procedures">← Thủ tục</a>
    </p>
    <h1>{name}</h1>
    <p class="soft">
      {code && <span class="code">{code}</span>} <span class="mono">{flow}</span>
    </p>
    <nav class="tabs no-print" aria-label="Trang của thủ tục này">
      <ul class="chips">
        {TABS.map((tab) => (
          <li key={tab.at}>
            <a href={`${pathOf(flow)}${tab.path}`} {...(tab.at === at && { 'aria-current': 'page' as const })}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {children}
  </Layout>
)
