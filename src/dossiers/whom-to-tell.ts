import type { StaffId } from '../kernel/ids.ts'
import { type Absence, standInFor } from './absences.ts'
import type { Dossier } from './dossier.ts'
import type { NoticeKind } from './notices.ts'
import { hasRole, type Posting, type Role } from './postings.ts'

/** Who is there on a day: accounts that are open, with the postings that hold, and who is away. */
export interface Roster {
  people: readonly { id: StaffId; postings: readonly Posting[] }[]
  absences: readonly Absence[]
}

const FOR_LEADERS: ReadonlySet<NoticeKind> = new Set([
  ...(['leader soon', 'leader late', 'step leader soon', 'step leader late', 'answer overdue'] as const),
])

/**
 * Who is told something of a dossier: who works on it, or the reception where nobody does; or the leaders where it lies. What is
 * reserved for leaders goes to no reception. Whoever is away is told all the same, and whoever does their work as well.
 */
export function whomToTell(
  kind: NoticeKind,
  { holder, handler, isReserved }: Pick<Dossier, 'holder' | 'handler' | 'isReserved'>,
  { people, absences }: Roster,
  day: string,
): StaffId[] {
  const withRole = (role: Role): StaffId[] => {
    const held = people.filter(({ postings }) => hasRole(postings, role, holder))
    // Who works for the whole province is told of what an agency does only where it has nobody of its own.
    const own = held.filter(({ postings }) => postings.some((it) => it.role === role && it.agency === holder))
    return (own.length > 0 ? own : held).map(({ id }) => id)
  }
  const [leaders, reception] = [withRole('leader'), withRole('reception')]
  const queue = isReserved || reception.length === 0 ? leaders : reception
  const isThere = people.some(({ id, postings }) => id === handler && postings.length > 0)
  const first = FOR_LEADERS.has(kind) ? leaders : handler !== null && isThere ? [handler] : queue
  const standIns = first.flatMap((id) => standInFor(id, day, absences) ?? (id === handler ? queue : []))
  return [...new Set([...first, ...standIns])]
}
