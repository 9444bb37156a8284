import type { Colour, Doubt, OfflineVerdict } from '../../permits/code/offline.ts'
import { renderAdvice, VERDICT_WORDS, type Shown } from '../verdict-words.ts'

/** One verdict as the phone shows it: a colour, one word, one sentence, and what to compare. */
export interface ShownVerdict {
  colour: Colour
  /** Class of the style sheet that colours the screen. */
  tone: Shown['verdict'] | 'unsure'
  word: string
  advice: string
  shown: Shown
}

const DOUBTS: Record<Doubt, string> = {
  'lists old': 'danh sách thu hồi trong máy đã cũ hơn 24 giờ',
  'clock off': 'đồng hồ của máy bị lệch',
  'clock leapt': 'máy tắt đã hơn một ngày hoặc đồng hồ bị vặn tới',
}

const REMEDIES: Record<Doubt, string> = {
  'lists old': 'Ra chỗ có sóng để cập nhật rồi quét lại, hoặc đọc số giấy qua bộ đàm.',
  'clock off': 'Bật giờ tự động trong cài đặt của máy rồi quét lại, hoặc đọc số giấy qua bộ đàm.',
  'clock leapt': 'Ra chỗ có sóng để máy lấy lại giờ rồi quét lại, hoặc đọc số giấy qua bộ đàm.',
}

/** Amber keeps the officer from letting somebody pass on a word alone: it says what is sure and what is not. */
export function showVerdict({ colour, verdict, doubts }: OfflineVerdict): ShownVerdict {
  if (colour !== 'amber') return plain(verdict, colour)
  const because = doubts.map((doubt) => DOUBTS[doubt]).join(' và ')
  const remedy = doubts[0] ? REMEDIES[doubts[0]] : ''
  return {
    ...{ colour, tone: 'unsure', word: 'CHƯA CHẮC', shown: verdict },
    advice: `${surely(verdict)}, nhưng ${because}. ${remedy}`,
  }
}

/** What this phone can tell, before the reason why that is not enough. */
function surely(verdict: OfflineVerdict['verdict']): string {
  switch (verdict.verdict) {
    case 'expired':
      return 'Chữ ký đúng, theo giờ của máy thì giấy hết hạn'
    case 'early':
      return 'Chữ ký đúng, theo giờ của máy thì giấy chưa đến giờ dùng'
    case 'unknown':
      return 'Máy chưa có khóa để kiểm tra mã này, có thể là khóa mới'
    default:
      return 'Chữ ký đúng và còn hạn'
  }
}

/** Of a number looked up with a signal, or of something that is no permit at all. */
export const plain = (shown: Shown, colour: Colour = shown.verdict === 'valid' ? 'green' : 'red'): ShownVerdict => ({
  ...{ colour, tone: shown.verdict, word: VERDICT_WORDS[shown.verdict], advice: renderAdvice(shown), shown },
})

/** A number that could not be looked up is nobody's fault: amber. */
export function notLookedUp(because?: string): ShownVerdict {
  const verdict = { ...plain({ verdict: 'unknown', why: 'no signal' }, 'amber'), tone: 'unsure' } as const
  return because === undefined ? verdict : { ...verdict, advice: `Chưa cho qua: không tra được số này. ${because}` }
}
