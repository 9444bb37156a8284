import { toVietnamDay } from '../../kernel/clock.ts'
import { fold, tidy } from '../../kernel/text.ts'
import { accepted, doubted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { fullYear, isPossible } from './past-year.ts'
import { yearsSaid } from './said-past-year.ts'
import { timeWords } from './time-words.ts'

/** Nothing but a year, in figures. */
const BARE = /^(?:(?:nam|hoi|khoang|chung|tam|co|hinh nhu|chac|dang ky|lam) )*(\d{4}|\d{2})(?: (?:gi do|a|do))?$/
const EITHER = /(?<!\d)(\d{4}|\d{2})(?:\s*[,/-]\s*|\s+(?:hay|hoặc|hoac)\s+)(\d{4}|\d{2})(?!\d)/iu

/** "Hông nhớ năm nào, lâu quá rồi": no year is told, and it may be left out. */
const FORGOTTEN =
  /(?:^| )(?:(?:khong|ko|k|hong|hok|chang|dau co|dau|quen|chua)(?: (?:con|co|the|sao))? (?:nho|biet|ro)|quen)(?: |$)/

export const registrationYear: Check = {
  name: 'registrationYear',
  title: 'Năm đã đăng ký',
  personal: false,
  free: false,
  takes: 'year',
  hint: 'Ghi năm đã đăng ký, bốn chữ số. Ví dụ: 1990.',
  saysNone: (text) =>
    !/[\d?]/.test(text) && FORGOTTEN.test(fold(text)) && yearsSaid(timeWords(tidy(text)), 2000).length === 0,
  check(text, { now }) {
    const thisYear = Number(toVietnamDay(now).slice(0, 4))
    const typed = BARE.exec(fold(text))?.[1]
    const [one, two] = EITHER.exec(text)?.slice(1) ?? []
    if (one !== undefined && two !== undefined)
      return eitherOf([judge(fullYear(one, thisYear)), judge(fullYear(two, thisYear))])
    if (typed === undefined) {
      const years = yearsSaid(timeWords(tidy(text)), thisYear)
      if (years.length === 0 || years.length > 2) return refused('Ông/bà chỉ ghi năm, bốn chữ số. Ví dụ: 1990.')
      return eitherOf(years.map((it) => doubted(judge(it), 'Tôi hiểu là năm:')))
    }
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
