import type { VietnamDay } from '../../kernel/clock.ts'
import { daysAfter, toDay } from './vietnam-time.ts'

const lastOf = (year: number, month: number): VietnamDay =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

const NAMED =
  /^(?:(dau|giua|cuoi|het) )?(thang|nam|tuan)(?: (nay|sau(?: nua)?|toi(?: nua)?|ngoai)| (\d{1,2})(?:(?:\/| nam )(\d{4}))?)?(?: (nam (?:nay|sau|toi)|sang nam))?$/

/**
 * "Đầu tháng sau", "hết tháng 3", "cuối năm", "tuần sau": a stretch that is named by one day, its first, its middle or its
 * last. Folded words; which day it is can only be proposed.
 */
export function readVagueDay(folded: string, today: VietnamDay): VietnamDay | undefined {
  const text = folded.replace(/^sang nam$/, 'nam sau').replace(/^cuoi tuan$/, 'cuoi tuan nay')
  const [, part, unit, which = '', numbered, ofYear, shift = ''] = NAMED.exec(text) ?? []
  if (unit === undefined || (part === undefined && which === '' && numbered === undefined)) return undefined
  const [year = 0, month = 0] = today.split('-').map(Number)
  const ahead =
    (which.startsWith('sau') || which.startsWith('toi') ? 1 : which === 'ngoai' ? -1 : 0) +
    (which.endsWith('nua') ? 1 : 0)
  const isLast = part === 'cuoi' || part === 'het'
  if (unit === 'tuan') {
    const monday = daysAfter(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 7 * ahead)
    return daysAfter(monday, part === 'giua' ? 2 : isLast ? (part === 'het' ? 6 : 5) : 0)
  }
  if (unit === 'nam')
    return isLast
      ? toDay(year + ahead, 12, 31)
      : part === 'giua'
        ? toDay(year + ahead, 7, 1)
        : toDay(year + ahead, 1, 1)
  const of = numbered === undefined ? month + ahead : Number(numbered)
  if (numbered !== undefined && (of < 1 || of > 12)) return undefined
  const later = /sau|toi|sang/.test(shift) ? 1 : numbered !== undefined && ofYear === undefined && of < month ? 1 : 0
  const inYear = (ofYear === undefined ? year : Number(ofYear)) + later + Math.floor((of - 1) / 12)
  const inMonth = ((of - 1) % 12) + 1
  return isLast ? lastOf(inYear, inMonth) : toDay(inYear, inMonth, part === 'giua' ? 15 : 1)
}
