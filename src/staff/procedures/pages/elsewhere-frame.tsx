import type { ComponentChildren } from 'preact'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'

export const ELSEWHERE_PATH = '/staff/elsewhere'

export const entryPath = (id: string): string => `${ELSEWHERE_PATH}/entry/${id}`

interface FrameProps {
  signedIn: SignedInAs
  title: string
  /** The list has nothing above it but the procedures. */
  isList?: boolean
  failed?: boolean
  children: ComponentChildren
}

/** What every page about what is done elsewhere has. */
export const ElsewhereFrame = ({ signedIn, title, isList, failed, children }: FrameProps) => (
  <Layout
    title={`${failed ? 'Lỗi: ' : ''}${title}`}
    signedIn={signedIn}
    at="procedures"
    stylesheet="/staff/procedures.css"
  >
    <p class="no-print">
      <a href={isList ? '/staff/procedures' : ELSEWHERE_PATH}>{isList ? '← Thủ tục' : '← Việc làm ở nơi khác'}</a>
    </p>
    <h1>{title}</h1>
    {children}
  </Layout>
)
