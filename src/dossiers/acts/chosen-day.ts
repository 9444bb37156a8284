import type { VietnamDay } from '../../kernel/clock.ts'

/** Whether a form's field for a day holds one. */
export const isDay = (text: string): text is VietnamDay =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
