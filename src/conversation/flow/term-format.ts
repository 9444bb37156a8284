import { z } from 'zod'

const whole = (pattern: RegExp, said: string) => z.string().regex(pattern, said).transform(Number)

const counts = z.enum(['working', 'calendar'], 'là working (ngày làm việc) hoặc calendar (ngày thường)')
const days = whole(/^\d{1,3}$/, 'là số ngày, ví dụ 3')
const name = z.string().min(1)

/**
 * How long a procedure may take, for programs; the sentence beside it is for people. Counted from acceptance (domain §3.1).
 * `days: 0` is the same-day class of civil status and certification: accepted later than `sameDayUntil`, the next working day.
 */
export const termFormat = z
  .strictObject({
    days: days.optional(),
    /** Of work, as a desk counts them. */
    hours: whole(/^[1-9]\d{0,2}$/, 'là số giờ làm việc, ví dụ 8').optional(),
    counts: counts.optional(),
    sameDayUntil: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'là giờ, ví dụ 15:00')
      .optional(),
    /** What becomes of it while the citizen is asked for something: goes on with what was left, or begins anew. */
    pause: z.enum(['resume', 'restart'], 'là resume (tính tiếp) hoặc restart (tính lại từ đầu)'),
    /** Longer terms that the law gives in a case that the desk finds out. */
    longer: z
      .array(z.strictObject({ case: name, days, counts }))
      .min(1)
      .optional(),
  })
  .refine(
    ({ days, hours }) => (days === undefined) !== (hours === undefined),
    'cần đúng một trong hai: days hoặc hours',
  )
  .refine(({ days, counts }) => days === undefined || days === 0 || counts !== undefined, 'days cần counts')
  .refine(({ hours, counts }) => hours === undefined || counts === undefined, 'hours luôn là giờ làm việc, bỏ counts')
  .refine(({ days, sameDayUntil }) => (days === 0) === (sameDayUntil !== undefined), {
    message: 'sameDayUntil đi cùng days: 0, và ngược lại',
  })

export type Term = z.infer<typeof termFormat>
