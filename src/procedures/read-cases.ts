import { parse } from 'yaml'
import { z } from 'zod'

const fact = z.record(z.string(), z.string())

/** One thing a query found, to be picked. Its answers are written as people read them, `value` when a program needs another. */
const option = z.strictObject({
  key: z.string(),
  label: z.string(),
  facts: fact.optional(),
  answers: z.record(z.string(), z.strictObject({ value: z.string(), shown: z.string() })).optional(),
})

/** What happens in one step of an example: the citizen writes or sends, an officer asks, or the program answers a query. */
const line = z.union([
  z.strictObject({ citizenSays: z.string() }),
  z.strictObject({
    citizenSends: z.enum(['photo', 'document', 'card', 'unreadable card', 'sticker', 'voice', 'wrong file']),
  }),
  z.strictObject({ officerAsks: z.string(), code: z.string() }),
  z.strictObject({ programFinds: fact, options: z.array(option).optional() }),
  z.strictObject({ programFinds: z.literal('nothing') }),
  /** Parts that must stand in what was answered since the citizen's last line, in this order. */
  z.strictObject({ botSays: z.union([z.string(), z.array(z.string())]) }),
  /** Parts that must not. */
  z.strictObject({ botDoesNotSay: z.string() }),
  /** The number of dossiers handed in so far; of supplements likewise. */
  z.strictObject({ filed: z.string() }),
])

const schema = z.strictObject({
  cases: z.array(
    z.strictObject({
      title: z.string(),
      /** Where the example begins; the menu when absent. */
      start: z.string().optional(),
      /** Vietnam time, `2030-05-01T08:00`. */
      at: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
        .optional(),
      talk: z.array(line).min(1),
    }),
  ),
})

export type Case = z.infer<typeof schema>['cases'][number]
export type Line = z.infer<typeof line>

/** Example conversations in the agency's words. A broken file throws with the place. */
export const readCases = (text: string): Case[] => schema.parse(parse(text, { schema: 'failsafe' })).cases
