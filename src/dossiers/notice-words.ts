import { renderDue } from './deadlines/render-due.ts'
import type { NoticeKind, Told } from './notices.ts'
import { renderInstant } from '../kernel/clock.ts'

const SAY: Record<NoticeKind, (about: number) => string> = {
  soon: (due) => `Sắp đến hạn: ${renderDue(due)}`,
  late: (due) => `Đã quá hạn: ${renderDue(due)}`,
  'leader soon': (due) => `Hồ sơ của cơ quan sắp trễ: hạn ${renderDue(due)}`,
  'leader late': (due) => `Hồ sơ của cơ quan đã trễ: hạn ${renderDue(due)}`,
  'step soon': (end) => `Bước của cơ quan sắp hết thời gian: ${renderDue(end)} (không phải hạn trả kết quả)`,
  'step late': (end) => `Bước của cơ quan đã quá thời gian: ${renderDue(end)} (không phải hạn trả kết quả)`,
  'step leader soon': (end) => `Bước của cơ quan ông/bà sắp trễ: ${renderDue(end)} (không phải hạn trả kết quả)`,
  'step leader late': (end) => `Bước của cơ quan ông/bà đã trễ: ${renderDue(end)} (không phải hạn trả kết quả)`,
  idle: (since) => `Chưa xử lý gì từ ${renderInstant(since)}; nếu để vậy, hồ sơ sẽ về hàng chờ`,
  returned: (since) => `Đã về hàng chờ vì chưa xử lý gì từ ${renderInstant(since)}`,
  'answer overdue': (until) => `Người dân chưa trả lời, đã quá hạn bổ sung ${renderDue(until)}`,
}

/** What a notice says, as a line of a list. */
export const renderTold = ({ kind, about }: Told): string => SAY[kind](about)
