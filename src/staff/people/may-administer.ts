import { hasRole, holdsOn, isOfProvince, type Posting, ROLE_NAMES } from '../../dossiers/postings.ts'
import type { VietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { Person } from './ports.ts'

/** Who administers: with the postings of today. */
export interface Administrator {
  id: StaffId
  postings: readonly Posting[]
}

/** `because` is Vietnamese, for whoever tried. */
export type May = { may: true } | { may: false; because: string }
type Whom = Pick<Person, 'id' | 'postings'>

/** Of an agency's administrator its people, of the province's everybody; a posting for the whole province is the province's. */
const reaches = (by: Administrator, agency: string | undefined): boolean =>
  agency === undefined ? isOfProvince(by.postings, 'administrator') : hasRole(by.postings, 'administrator', agency)

export const isProvincial = (by: Administrator): boolean => reaches(by, undefined)

/** Those that hold or will; of somebody who has none any more, all there were. */
function standing({ postings }: Whom, today: VietnamDay): readonly Posting[] {
  const live = postings.filter(({ until }) => until === undefined || until >= today)
  return live.length > 0 ? live : postings
}

/** Whether somebody stands in this administrator's lists. */
export const maySeePerson = (by: Administrator, { postings }: Whom): boolean =>
  isProvincial(by) || postings.some(({ agency }) => reaches(by, agency))

/** Links, disabling, sessions: what concerns the account wherever its person works. */
export function mayRunAccount(by: Administrator, whom: Whom, today: VietnamDay): May {
  if (by.id === whom.id) return { may: false, because: OWN_ACCOUNT }
  if (isProvincial(by)) return { may: true }
  const held = standing(whom, today)
  return held.length > 0 && held.every(({ agency }) => reaches(by, agency))
    ? { may: true }
    : { may: false, because: SHARED }
}

/**
 * Whether a role may be handed out. Nobody hands out more than they look after; an editor writes the procedures of everybody, so an
 * agency's administrator makes one only who is one; and takes no role for themselves.
 */
export function mayHandOut(by: Administrator, to: StaffId, { role, agency }: Pick<Posting, 'role' | 'agency'>): May {
  if (isProvincial(by)) return { may: true }
  if (!reaches(by, agency)) return { may: false, because: agency === undefined ? PROVINCE : ELSEWHERE }
  if (by.id === to) return { may: false, because: OWN_ROLE }
  return role === 'editor' && !hasRole(by.postings, 'editor')
    ? { may: false, because: `Vai trò “${ROLE_NAMES.editor}” dùng cho cả tỉnh, do quản trị cấp tỉnh giao.` }
    : { may: true }
}

/** Whether a posting may be ended. The own care of accounts stays, be it at one place only. */
export function mayEnd(by: Administrator, whom: Whom, posting: Posting, today: VietnamDay): May {
  if (!reaches(by, posting.agency)) return { may: false, because: posting.agency === undefined ? PROVINCE : ELSEWHERE }
  const isLasting = (it: Posting) => it.role === 'administrator' && it.until === undefined && holdsOn(it, today)
  if (by.id !== whom.id || !isLasting(posting)) return { may: true }
  return whom.postings.filter(isLasting).length > 1 ? { may: true } : { may: false, because: OWN_LAST }
}

const OWN_ACCOUNT =
  'Đây là tài khoản của chính ông/bà nên không tự khóa hay cấp lại liên kết được. Đổi mật khẩu ở trang “Tài khoản của tôi”.'
const SHARED = 'Người này còn làm việc ở cơ quan khác, nên việc này do quản trị cấp tỉnh làm.'
const PROVINCE = 'Vai trò cho cả tỉnh do quản trị cấp tỉnh giao và kết thúc.'
const ELSEWHERE = 'Ông/bà chỉ quản trị người của cơ quan mình. Cơ quan này do người khác quản trị.'
const OWN_ROLE = 'Vai trò của chính ông/bà do quản trị cấp tỉnh giao.'
const OWN_LAST = 'Đây là vai trò quản trị cuối cùng của chính ông/bà. Xin nhờ một quản trị viên khác kết thúc.'
