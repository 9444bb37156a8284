import { z } from 'zod'
import { answerName } from './names.ts'

/** What an answer must keep besides its check (`checks/answer-rules`); with `answer` beside that one, where it was given. */
export const namedRules = z
  .array(z.strictObject({ rule: z.string(), answer: answerName.optional() }))
  .min(1)
  .max(5)
