import { z } from 'zod'

const wording = z.string().min(1)

/**
 * A choice between one more person and enough: the first choice leads to the questions about one person, which lead back here.
 * `person` is what one is called, `again` asks for the next, `enough` is the second button from then on, `full` is said behind the last.
 */
export const repeat = z
  .strictObject({
    person: wording,
    least: z.string().regex(/^\d$/, 'là số từ 0 đến 9').transform(Number).optional(),
    most: z
      .string()
      .regex(/^([2-9]|1\d|20)$/, 'là số từ 2 đến 20')
      .transform(Number),
    again: wording,
    enough: wording,
    full: wording,
  })
  .optional()
