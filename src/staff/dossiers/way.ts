import { z } from 'zod'
import type { DossierId } from '../../kernel/ids.ts'

/**
 * From which list, and from which place in it, somebody came to a dossier. It stands in a cookie, so that no form of the page has
 * to carry it along and neither a decision nor a refusal loses the way back.
 */
export interface Way {
  dossier: DossierId
  /** The list's query, as its address has it. */
  from: string
  /** The row's place in the order of the list. */
  at?: number
}

export const WAY_COOKIE = 'mot_cua_way'

const way = z.object({
  dossier: z
    .string()
    .max(64)
    .transform((id) => id as DossierId),
  from: z.string().max(1_000),
  at: z.number().int().optional(),
})

export const packWay = (given: Way): string => Buffer.from(JSON.stringify(given)).toString('base64url')

/** Of this dossier; undefined where the cookie is of another one, or cannot be read. */
export function unpackWay(cookie: string | undefined, dossier: DossierId): Way | undefined {
  try {
    const read = way.safeParse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()))
    if (!read.success || read.data.dossier !== dossier) return undefined
    const { from, at } = read.data
    return { dossier, from, ...(at !== undefined && { at }) }
  } catch {
    // No JSON: a cookie that somebody else wrote.
    return undefined
  }
}

/** The way on to the next row of the list; nothing where no place in a list is known. */
export const nextPath = ({ dossier, from, at }: Way): string | undefined =>
  at === undefined ? undefined : `/staff/next?${new URLSearchParams({ from, at: String(at), id: dossier }).toString()}`

/** What the address of a page opened from a list says. */
export function readWay(query: { from?: unknown; at?: unknown }, dossier: DossierId): Way | undefined {
  if (typeof query.from !== 'string') return undefined
  const at = typeof query.at === 'string' && /^-?\d{1,16}$/.test(query.at) ? Number(query.at) : undefined
  return { dossier, from: query.from.slice(0, 1_000), ...(at !== undefined && { at }) }
}
