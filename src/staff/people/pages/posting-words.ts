import { type Posting, ROLE_NAMES } from '../../../dossiers/postings.ts'
import { renderDay, type VietnamDay } from '../../../kernel/clock.ts'

export type NameOf = (agency: string) => string

/** `Chuyên viên · UBND xã Đất Mũi`. */
export const whereAt = ({ role, agency }: Pick<Posting, 'role' | 'agency'>, nameOf: NameOf): string =>
  `${ROLE_NAMES[role]} · ${agency === undefined ? 'cả tỉnh' : nameOf(agency)}`

/** `từ 01/05/2030`, `từ 01/05/2030 đến hết 31/12/2030`. */
export const renderSpan = ({ since, until }: Pick<Posting, 'since' | 'until'>): string =>
  `từ ${renderDay(since)}${until === undefined ? '' : ` đến hết ${renderDay(until)}`}`

/** Postings as they stand to a day. */
export const partOf = ({ since, until }: Posting, today: VietnamDay): 'past' | 'now' | 'coming' =>
  since > today ? 'coming' : until !== undefined && until < today ? 'past' : 'now'
