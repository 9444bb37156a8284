import { isMended } from '../flow/mended-flow.ts'

/** The flow that greets and offers the others. */
export const MENU_FLOW = 'menu'

/** The flow in which a citizen answers an officer's question. Started by the program with the facts of the question. */
export const SUPPLEMENT_FLOW = 'bo-sung'

/** Answering an officer: one free question, or single answers of what was filed. */
export const isReply = (flow: string): boolean => flow === SUPPLEMENT_FLOW || isMended(flow)

/** What the session itself asks a consent for, as it stands on record and as people read it. */
export const CONSENTS_OF_SESSION = {
  'nho-thong-tin': 'nhớ thông tin cho lần sau',
  'hoc-cau-chua-hieu': 'cho cán bộ xem câu tôi chưa hiểu',
} as const

/** The flow in which a citizen asks an officer: the way on wherever the program does not know. */
export const QUESTION_FLOW = 'hoi-can-bo'
