import { mask } from '../kernel/text.ts'
import type { FiledAnswer } from './dossier.ts'

/** A CCCD has 12 digits, the old CMND 9; phone numbers have 10 and instants 13, so the shape alone tells. */
export const isIdentityNumber = ({ value }: Pick<FiledAnswer, 'value'>): boolean => /^(\d{9}|\d{12})$/.test(value)

/** As it may stand where somebody sees it in passing, or where it goes out. */
export const maskedAnswer = (answer: Pick<FiledAnswer, 'value' | 'shown'>): string =>
  isIdentityNumber(answer) ? mask(answer.value) : answer.shown
