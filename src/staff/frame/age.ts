import { DAY, HOUR, MINUTE } from '../../kernel/clock.ts'

/** `vừa xong`, `5 phút trước`, `3 giờ trước`, `2 ngày trước`. */
export function renderAge(at: number, now: number): string {
  const passed = Math.max(0, now - at)
  if (passed < MINUTE) return 'vừa xong'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} phút trước`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} giờ trước`
  return `${Math.floor(passed / DAY)} ngày trước`
}
