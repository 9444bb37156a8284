import { beginButton, withdrawButton } from './buttons.ts'
import type { Choice } from './messages.ts'

/** The flow in which a visit gets another day and hour. */
export const MOVE_FLOW = 'doi-lich-hen'

/** What may be done with a visit that stands. `code`: of its dossier, or what is filled with it when it is drawn. */
export const visitButtons = (code: string): Choice[] => [
  beginButton(MOVE_FLOW, 'Dời hẹn'),
  withdrawButton(code, 'Hủy hẹn'),
]
