import { z } from 'zod'
import { readSearch } from '../../casework/search-words.ts'
import type { Scope } from '../../dossiers/may.ts'
import type { DossierFilter } from '../../dossiers/ports.ts'
import { type Status, statuses } from '../../dossiers/status.ts'
import { DAY, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { listOf, type ListSlug, type Reader, WORK_LISTS } from './work-lists.ts'

const SLUGS = WORK_LISTS.map(({ slug }) => slug)

/** What the list shows, as it stands in the address. A part that cannot be read is left out. */
const listQuery = z.object({
  list: z
    .enum(SLUGS as [ListSlug, ...ListSlug[]])
    .optional()
    .catch(undefined),
  status: z
    .enum(statuses as [Status, ...Status[]])
    .optional()
    .catch(undefined),
  procedure: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  /** Code of one agency, of those whose dossiers may be seen. */
  agency: z
    .string()
    .regex(/^[A-Z0-9.]{1,40}$/)
    .optional()
    .catch(undefined),
  /** What is looked for, sealed (`dossiers/search-token.ts`). */
  search: z
    .string()
    .regex(/^[\w-]{1,600}$/)
    .optional()
    .catch(undefined),
  /** The last row of the page before: `<place>_<id>`. */
  after: z
    .string()
    .regex(/^-?\d{1,16}_[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
})

export type ListQuery = z.infer<typeof listQuery>

export const parseListQuery = (query: unknown): ListQuery => listQuery.parse(query ?? {})

/** The list that is asked for: who only filters looks through all there is. */
export const slugOf = ({ list, status, procedure, search }: Partial<ListQuery>): ListSlug =>
  list ?? (status || procedure || search ? 'all' : 'office')

/** `typed`: what is looked for, in clear. */
export function toFilter(
  query: ListQuery,
  { scope, reader, typed = '' }: { scope: Scope; reader: Reader; typed?: string },
  limit: number,
): DossierFilter {
  const { status, procedure, agency, after } = query
  const { make } = listOf(slugOf(query))
  const cut = after?.indexOf('_') ?? -1
  return {
    // What was opened is looked up elsewhere; whoever asks for it here is shown what there is.
    ...{ ...(make === 'opened' ? { order: 'newest' } : make(reader)), limit },
    scope: agency === undefined ? scope : narrowed(scope, agency),
    ...(status && { statuses: [status] }),
    ...(procedure && { flow: procedure }),
    ...(typed !== '' && { words: readSearch(typed) }),
    ...(after && { after: { at: Number(after.slice(0, cut)), id: after.slice(cut + 1) as DossierId } }),
  }
}

/** One agency of the scope; nothing where it is not one of them. */
function narrowed({ agencies, reserved }: Scope, agency: string): Scope {
  const only = (codes: Scope['agencies']) => (codes === 'all' || codes.includes(agency) ? [agency] : [])
  return { agencies: only(agencies), reserved: only(reserved) }
}

/** The first instant of tomorrow in Viet Nam. */
export const endOfToday = (now: number): number => startOfVietnamDay(toVietnamDay(now)) + DAY

const PARTS = ['list', 'status', 'procedure', 'agency', 'search', 'after'] as const

/** The address of this list; parts that say nothing are left out. */
export function renderListQuery(query: Partial<ListQuery>): string {
  const parts = PARTS.flatMap((name): [string, string][] => {
    const value = query[name]
    return value && !(name === 'list' && value === 'office' && slugOf({ ...query, list: undefined }) === 'office')
      ? [[name, value]]
      : []
  })
  return parts.length === 0 ? '/staff' : `/staff?${new URLSearchParams(parts).toString()}`
}

/** What of a list is kept under a name: not its page, and not what is looked for, which may be personal. */
export const savedQuery = ({ list, status, procedure, agency }: ListQuery): string =>
  renderListQuery({ list: list ?? slugOf({ status, procedure }), status, procedure, agency }).split('?')[1] ?? ''

/** A list's query as an address carried it; what cannot be read is left out. */
export const readListQuery = (query: string): ListQuery =>
  parseListQuery(Object.fromEntries(new URLSearchParams(query)))

/** Of the list with this query. */
export const listAddress = (query: string): string => renderListQuery(readListQuery(query))
