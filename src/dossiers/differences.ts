import type { DossierId } from '../kernel/ids.ts'
import { RULES } from './apply.ts'
import type { ActionType, Dossier, DossierAction } from './dossier.ts'
import { foldActs, type Folded } from './fold.ts'
import type { Status } from './status.ts'

/** What is kept of one dossier, from three tables. */
export interface Kept {
  dossier: Pick<Dossier, 'id' | 'code' | 'revision' | 'agency'> & Folded
  /** Oldest first. */
  actions: readonly DossierAction[]
  permits: { granted: number; revoked: number }
}

/** Acts that always lead to one status, whatever the dossier was before. */
const LEADS_TO = new Map<ActionType, Status>(
  Object.values(RULES).flatMap(({ recorded, to }) => (typeof to === 'string' ? [[recorded, to] as const] : [])),
)

/** The first thing in which a dossier's rows differ from what its acts say, without a word of what was filed. */
export function firstDifference({ dossier, actions, permits }: Kept): string | undefined {
  const [first] = actions
  if (!first) return 'no act, not even its filing'
  if (first.type !== 'filed') return `the first act is "${first.type}", not its filing`
  const astray = actions.find(({ type, status }) => (LEADS_TO.get(type) ?? status) !== status)
  if (astray) return `the act "${astray.type}" left the status "${astray.status}"`
  const folded = foldActs(actions, dossier.agency)
  for (const field of [
    'status',
    'lastAction',
    'filedAt',
    'updatedAt',
    'dueAt',
    'holder',
    'handler',
    'queue',
    'asideUntil',
    'answerBy',
    'wakeAt',
  ] as const)
    if (dossier[field] !== folded[field]) return `${field} is ${dossier[field]}, its acts say ${folded[field]}`
  // One change appends one act or several, all at one time.
  const fewest = new Set(actions.map(({ at }) => at)).size
  if (dossier.revision < fewest || dossier.revision > actions.length)
    return `revision is ${dossier.revision}, its acts allow ${fewest} to ${actions.length}`
  const counts = { granted: countOf(actions, 'permit granted'), revoked: countOf(actions, 'permit revoked') }
  for (const which of ['granted', 'revoked'] as const)
    if (permits[which] !== counts[which]) return `${permits[which]} permits are ${which}, its acts say ${counts[which]}`
  return undefined
}

const countOf = (actions: readonly DossierAction[], type: ActionType): number =>
  actions.filter((action) => action.type === type).length

/** Everything that is kept, in the order of ids. */
export interface DossierRecords {
  /** At most `limit`, after this one. */
  page(after: DossierId | undefined, limit: number): Promise<Kept[]>
}

export interface Verified {
  dossiers: number
  differences: { code: string; difference: string }[]
}

const PAGE = 500

/** Compares every dossier with its acts. One that is changed at this very moment may differ, and does not at the next run. */
export async function verifyAll(records: DossierRecords): Promise<Verified> {
  const verified: Verified = { dossiers: 0, differences: [] }
  let after: DossierId | undefined
  for (;;) {
    const page = await records.page(after, PAGE)
    for (const kept of page) {
      const difference = firstDifference(kept)
      if (difference !== undefined) verified.differences.push({ code: kept.dossier.code, difference })
    }
    verified.dossiers += page.length
    after = page.at(-1)?.dossier.id
    if (page.length < PAGE) return verified
  }
}
