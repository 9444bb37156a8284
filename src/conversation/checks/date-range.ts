import { renderDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { eitherOf, refused, type Check, type Reading } from './check.ts'
import { readStay } from './said-stay.ts'

const EXAMPLE = 'Ví dụ: 6 tháng từ ngày mai.'

/** Words about a stay of which none tells its end. */
const NO_END: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^| )(?:lau dai|mai mai|luon|dai dai|vinh vien|dinh cu|khong biet (?:chung|khi) nao)(?: |$)/,
    'Tạm trú nhiều nhất 2 năm, hết hạn thì gia hạn; muốn ở lâu dài thì đăng ký thường trú. Ông/bà ghi ngày bắt đầu và ngày dự định hết ở.',
  ],
  [
    /(?:^| )(?:tet|hop dong|khi nao|chung nao|xong|het mua|nghi he|ra truong|het khoa)(?: |$)/,
    'Ông/bà ghi ngày bắt đầu và ngày dự định hết ở, như trên hợp đồng thuê; ở thêm thì gia hạn.',
  ],
]

/** A stay from one whole day to another, both included; the value is `2030-06-01/2030-11-30`. */
export const dateRange: Check = {
  name: 'dateRange',
  title: 'Từ ngày nào đến ngày nào',
  personal: false,
  free: false,
  takes: 'period',
  hint: `Ghi từ ngày nào đến ngày nào. ${EXAMPLE}`,
  check(text, { now }) {
    const stays = readStay(text, now)
    if (stays === undefined) {
      const folded = fold(text)
      const because = NO_END.find(([pattern]) => pattern.test(folded))?.[1] ?? 'Tôi chưa hiểu khoảng thời gian này.'
      return refused(`${because} ${EXAMPLE}`)
    }
    if (stays === 'impossible') return refused(`Có ngày không có trong lịch. ${EXAMPLE}`)
    return eitherOf(stays.map(({ from, to, doubt }) => judge(from, to, doubt, toVietnamDay(now))))
  },
  good: ['1/6 đến 30/11/2030', '01/06/2030 - 30/11/2030', 'từ 1/6/2030 tới 30/11/2030', '6 tháng từ 1/6/2030'],
  bad: ['6 tháng từ 1/6', '30/11/2030 đến 1/6/2030', '31/6/2030 đến 1/7/2030', '6 tháng', 'lâu dài', ''],
}

function judge(from: VietnamDay, to: VietnamDay, doubt: string | undefined, today: VietnamDay): Reading {
  if (to < from) return refused(`Ngày cuối phải sau ngày đầu. ${EXAMPLE}`)
  if (Math.abs(Number(to.slice(0, 4)) - Number(today.slice(0, 4))) > 120)
    return refused(`Năm này chưa đúng. ${EXAMPLE}`)
  const answer = { value: `${from}/${to}`, shown: `${renderDay(from)} đến ${renderDay(to)}` }
  return doubt === undefined ? { ok: true, ...answer } : { ok: 'unsure', ...answer, because: doubt }
}
