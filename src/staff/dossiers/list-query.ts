import { z } from 'zod'
import type { DossierFilter } from '../../dossiers/ports.ts'
import { type Status, statuses } from '../../dossiers/status.ts'
import { DAY, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { beginningOf, tidy } from '../../kernel/text.ts'

const toCode = (typed: string): string => {
  const code = tidy(typed)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
  return beginningOf(code.toUpperCase(), 40)
}

/** What the list shows, as it stands in the address. A part that cannot be read is left out. */
const listQuery = z.object({
  status: z
    .enum(statuses as [Status, ...Status[]])
    .optional()
    .catch(undefined),
  procedure: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  /** Part of a dossier's code, copied from anywhere: other dashes and spaces mean the same. */
  code: z.string().transform(toCode).catch(''),
  /** `no`: only those whose citizen has not got the last message. */
  reached: z.literal('no').optional().catch(undefined),
  /** By when the desk's next word is due, the most urgent first. */
  due: z.enum(['late', 'today']).optional().catch(undefined),
  /** The last row of the page before: `<filedAt>_<id>`, of a list by due time `<dueAt>_<id>`. */
  after: z
    .string()
    .regex(/^\d{1,15}_[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
})

export type ListQuery = z.infer<typeof listQuery>

export const parseListQuery = (query: unknown): ListQuery => listQuery.parse(query ?? {})

export function toFilter(query: ListQuery, limit: number, unreachedSince: number, now: number): DossierFilter {
  const { status, procedure, code, reached, due, after } = query
  const cut = after?.indexOf('_') ?? -1
  const [at, id] = [Number(after?.slice(0, cut)), after?.slice(cut + 1) as DossierId]
  return {
    limit,
    ...(status && { status }),
    ...(procedure && { flow: procedure }),
    ...(code && { code }),
    ...(reached && { unreachedSince }),
    ...(due === 'late' && { dueBefore: now }),
    ...(due === 'today' && { dueBefore: endOfToday(now), dueFrom: now }),
    ...(after && (due ? { afterDue: { dueAt: at, id } } : { before: { filedAt: at, id } })),
  }
}

/** The first instant of tomorrow in Viet Nam. */
export const endOfToday = (now: number): number => startOfVietnamDay(toVietnamDay(now)) + DAY

/** The address of this list; parts that say nothing are left out. */
export function renderListQuery(query: Partial<ListQuery>): string {
  const parts = (['status', 'procedure', 'code', 'reached', 'due', 'after'] as const).flatMap(
    (name): [string, string][] => {
      const value = query[name]
      return value ? [[name, value]] : []
    },
  )
  return parts.length === 0 ? '/staff' : `/staff?${new URLSearchParams(parts).toString()}`
}
