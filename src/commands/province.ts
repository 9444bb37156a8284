import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { ProvinceOrder } from '../program/samples/make-province.ts'

const order = z.object({
  dossiers: z.coerce.number().int().min(1).max(20_000_000),
  years: z.coerce.number().min(0.01).max(20),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31),
  until: z
    .string()
    .transform((it) => Date.parse(it))
    .refine((it) => !Number.isNaN(it))
    .optional(),
})

/** `--dossiers 1000000 --years 3 --seed 7 --until 2026-11-30T08:00:00Z`; nothing when that is not what the words say. */
export function readProvinceWords(words: readonly string[]): ProvinceOrder | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        dossiers: { type: 'string' },
        years: { type: 'string', default: '3' },
        seed: { type: 'string', default: '7' },
        until: { type: 'string' },
      },
    })
    return order.safeParse(values).data
  } catch {
    // An option that does not exist.
    return undefined
  }
}

/** A line of progress for so many. */
const EVERY = 10_000

/** Tells how many are made, and how fast. */
export function createProgress(all: number, say: (line: string) => void, now: () => number) {
  const begun = now()
  let told = 0
  return (made: number): void => {
    if (made - told < EVERY && made < all) return
    told = made
    const seconds = Math.max(0.001, (now() - begun) / 1000)
    say(`${made} of ${all} dossiers, ${Math.round(made / seconds)} a second`)
  }
}

export const NOT_MADE = {
  others:
    'This database holds dossiers of real citizens. A sample province is made in a database of its own: another DATA_DIR or DATABASE_URL.',
  samples:
    'This database holds samples already. Take them away first: npm run samples-remove. If their making was stopped, say the same again, with the --until that it said.',
} as const
