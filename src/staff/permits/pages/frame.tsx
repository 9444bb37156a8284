import type { Doer } from '../../../dossiers/may.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { SubFrame, type SubFrameProps, type SubPage } from '../../frame/sub-frame.tsx'

/** Who asks: with the token for their forms, and who they are to dossiers. */
export type PermitStaff = SignedInAs & Doer

const PAGES = [
  { href: '/staff/permits/waiting', label: 'Chờ duyệt' },
  { href: '/staff/scans', label: 'Lượt quét' },
  { href: '/staff/scans/clones', label: 'Nghi bị sao chép', only: 'administrator' },
  { href: '/staff/posts', label: 'Chốt kiểm tra', only: 'administrator' },
  { href: '/staff/permits/orders', label: 'Lệnh áp dụng', only: 'administrator' },
  { href: '/staff/permits/lost-keys', label: 'Khóa ký đã mất', only: 'administrator', ofProvince: true },
  { href: '/staff/set-aside', label: 'Tin chưa xử lý được', only: 'administrator' },
] as const satisfies readonly SubPage[]

interface FrameProps extends SubFrameProps {
  staff: PermitStaff
  at: (typeof PAGES)[number]['href']
}

/** The frame of pages about permits and checkpoints, with the way to those that this person may open. */
export const PermitFrame = (props: FrameProps) => (
  <SubFrame {...props} pages={PAGES} label="Giấy và chốt" part="permits" />
)
