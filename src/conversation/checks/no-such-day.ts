import { foldInPlace } from '../../kernel/text.ts'
import { lastOfMonth } from './calendar.ts'

const DATE = /(?<![\d/.-])(\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2})(?: ?(?:[/.-]|nam) ?(\d{4}))?(?![\d/.-])/

/** Why a date that is written is in no calendar: "31/9", "29/2/1995", "15/13/2026". Undefined where it may be in one. */
export function whyNoSuchDay(text: string): string | undefined {
  const [, date, month, year] = (DATE.exec(foldInPlace(text)) ?? []).map(Number)
  if (date === undefined || month === undefined) return undefined
  if (month < 1 || month > 12) return 'Một năm chỉ có 12 tháng. Ông/bà ghi ngày trước, tháng sau.'
  // 2000 was a leap year.
  const most = Number(lastOfMonth(year || 2000, month).slice(8))
  if (date >= 1 && date <= most) return undefined
  return `Theo lịch, tháng ${month}${month === 2 && year ? ` năm ${year}` : ''} chỉ có ${most} ngày. Ông/bà xem lại giúp.`
}
