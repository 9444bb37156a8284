import { toVietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, doubted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { fullYear, isPossible } from './past-year.ts'
import { readSpokenNumber } from './spoken-number.ts'

/** "Năm ngoái", "2 năm trước", "hồi giải phóng": a year told by its distance, or by what happened in it. */
function yearByDistance(folded: string, thisYear: number): number | undefined {
  if (/(?:^| )(?:nam ngoai|nam roi)(?: |$)/.test(folded)) return thisYear - 1
  if (/(?:^| )nam nay(?: |$)/.test(folded)) return thisYear
  if (/(?:^| )(?:giai phong|thong nhat)(?: |$)/.test(folded)) return 1975
  const [, words = ''] = /(?:^| )(\d{1,2}|\S+) nam (?:truoc|roi|ve truoc)(?: |$)/.exec(folded) ?? []
  const count = /^\d/.test(words) ? Number(words) : readSpokenNumber(words)
  return count === undefined || words === '' ? undefined : thisYear - count
}

export const registrationYear: Check = {
  name: 'registrationYear',
  title: 'Năm đã đăng ký',
  personal: false,
  free: false,
  takes: 'year',
  hint: 'Ghi năm đã đăng ký, bốn chữ số. Ví dụ: 1990.',
  check(text, { now }) {
    const thisYear = Number(toVietnamDay(now).slice(0, 4))
    const typed =
      /^(?:(?:nam|hoi|khoang|chung|tam|co|hinh nhu|chac|dang ky|lam) )*(\d{4}|\d{2})(?: (?:gi do|a|do))?$/.exec(
        fold(text),
      )?.[1]
    const [one, two] =
      /(?<!\d)(\d{4}|\d{2})(?:\s*[,/-]\s*|\s+(?:hay|hoặc|hoac)\s+)(\d{4}|\d{2})(?!\d)/iu.exec(text)?.slice(1) ?? []
    if (one !== undefined && two !== undefined)
      return eitherOf([judge(fullYear(one, thisYear)), judge(fullYear(two, thisYear))])
    const distant = typed === undefined ? yearByDistance(fold(text), thisYear) : undefined
    if (distant !== undefined) return doubted(judge(distant), 'Tôi hiểu là năm:')
    if (typed === undefined) return refused('Ông/bà chỉ ghi năm, bốn chữ số. Ví dụ: 1990.')
    const year = fullYear(typed, thisYear)
    return typed.length === 2 ? doubted(judge(year), 'Năm ghi tắt, tôi hiểu là:') : judge(year)

    function judge(year: number): Reading {
      return isPossible(year, thisYear)
        ? accepted(String(year))
        : refused(`Năm ${year} chưa đúng. Ông/bà ghi năm đã đăng ký. Ví dụ: 1990.`)
    }
  },
  good: ['1990', 'năm 2015', '2030'],
  bad: ['90', '1850', '2031', 'lâu rồi', ''],
}
