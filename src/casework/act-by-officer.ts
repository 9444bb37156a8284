import type { Attachment } from '../attachments/attachment.ts'
import type { Circumstances, OfficerAct, Standing } from '../dossiers/acts/act.ts'
import { apply, isRepeat } from '../dossiers/apply.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import { type Doer, may } from '../dossiers/may.ts'
import { onlyProgramSince } from '../dossiers/only-program-since.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { Permit } from '../permits/code/permit.ts'
import { type FindPermitPorts, findPermits, type FoundPermits } from './find-permits.ts'
import { createLedTo, type LedToPorts } from './led-to.ts'
import { type DecidedHow, loadStanding } from './load-standing.ts'
import { type NamePorts, namesFor } from './names.ts'
import type { CaseChange, CaseChanges } from './ports.ts'
import { toPaper } from './show-permit.ts'
import { foundAnew, type WordsOf } from './words-of.ts'

export interface ActRequest {
  dossier: DossierId
  /** The revision on the page the officer decided from. */
  revision: number
  act: OfficerAct
  doer: Doer
  /** Files that the act names, stored and not yet anybody's. */
  uploads?: readonly Omit<Attachment, 'citizen'>[]
}

/** Nothing was written. `because` is Vietnamese and meant for the officer. */
export type NotDone =
  | { outcome: 'stale' }
  | { outcome: 'unknown' }
  | { outcome: 'forbidden'; because: string }
  | { outcome: 'refused'; because: string }

export type ActOutcome = { outcome: 'done' } | NotDone

/** What the act would write and send, shown before it is confirmed. */
export type PreviewOutcome = { outcome: 'planned'; dossier: Dossier; change: CaseChange; permit?: Permit } | NotDone

interface ActByOfficerPorts extends NamePorts, FindPermitPorts, LedToPorts {
  changes: CaseChanges
  decidedHow?: DecidedHow
  wordsOf: WordsOf
  doorbell: Doorbell
  now: Clock
}

/** A number is drawn when the permit is granted, not before. */
const NUMBER_TO_COME = '(số ghi khi cấp)'

/** Load, may, apply, commit, ring: an officer's act enters the data path here. */
export function createActByOfficer(ports: ActByOfficerPorts) {
  const { dossiers, changes, doorbell, now } = ports
  const ledTo = createLedTo(ports)

  const plan = async (request: ActRequest, change: (permit: Permit) => Permit = (same) => same) => {
    const { dossier: id, revision, act, doer } = request
    const at = now()
    const standing = await loadStanding(dossiers, id, ports.decidedHow)
    if (!standing) return { outcome: 'unknown' } as const
    const { dossier } = standing
    const allowed = may(doer, act.type, standing)
    if (!allowed.may) return { outcome: 'forbidden', because: allowed.because } as const
    const behind = dossier.revision - revision
    if (behind !== 0 && !onlyProgramSince(standing.history, behind)) return { outcome: 'stale' } as const
    const found = await findPermits(ports, standing, act, at)
    if ('because' in found) return { outcome: 'refused', because: found.because } as const
    const permits = found.granted ? { ...found, granted: change(found.granted) } : found
    const { circumstances: led, keeps } = await ledTo(standing, act, doer)
    // Nothing would be other than it is.
    if (act.type === 'tell-apart' && led.twin?.isApart) return { outcome: 'done' } as const
    const applied = apply(standing, act, { ...circumstancesOf(standing, doer, permits, at), ...led })
    if (applied.outcome === 'changed') {
      const { granted, named } = permits
      const permit = named ?? granted
      const uploads = request.uploads?.map((file) => ({ ...file, citizen: dossier.citizen }))
      const resent = act.type === 'resend' ? { resent: act.message } : {}
      const besides = {
        ...resent,
        ...foundAnew(standing, applied.change, ports.wordsOf),
        ...(keeps && { keeps }),
        ...(granted && { granted }),
        ...(uploads && { uploads }),
      }
      const planned = { ...applied.change, ...besides }
      return { outcome: 'planned', dossier, change: planned, ...(permit && { permit }) } as const
    }
    // What the program did stands in the way: the page from before it has to be looked at anew.
    return behind === 0 ? applied : ({ outcome: 'stale' } as const)
  }

  const circumstancesOf = (standing: Standing, doer: Doer, found: FoundPermits, at: number): Circumstances => {
    const names = namesFor(standing.dossier, ports, at)
    const paper = (permit: Permit) => toPaper(permit, names.permitName, at)
    return {
      ...{ by: { type: 'staff', id: doer.id, name: doer.name }, at, ...names },
      ...(found.granted && { granted: paper(found.granted) }),
      ...(found.named && { named: paper(found.named) }),
      inForce: found.inForce.map(paper),
    }
  }

  /** Somebody changed the dossier first; when that was the same button pressed twice, all is well. */
  const stale = async ({ dossier: id, revision, act, doer }: ActRequest): Promise<ActOutcome> => {
    const standing = await loadStanding(dossiers, id)
    if (!standing) return { outcome: 'stale' }
    const { dossier, history } = standing
    const before = history.filter(({ at }) => at !== history.at(-1)?.at)
    const isNext = onlyProgramSince(before, dossier.revision - revision - 1)
    return isNext && isRepeat(act, doer.id, history) ? { outcome: 'done' } : { outcome: 'stale' }
  }

  return {
    /** Writes nothing: a permit in it is signed anew when the act is done. */
    preview: async (request: ActRequest): Promise<PreviewOutcome> => {
      const planned = await plan(request, (permit) => ({ ...permit, number: NUMBER_TO_COME }))
      return planned.outcome === 'done' ? { outcome: 'stale' } : planned
    },

    act: async (request: ActRequest): Promise<ActOutcome> => {
      const planned = await plan(request)
      if (planned.outcome === 'stale') return stale(request)
      // What was done may have taken the dossier out of this officer's hands.
      if (planned.outcome === 'forbidden' && (await stale(request)).outcome === 'done') return { outcome: 'done' }
      if (planned.outcome !== 'planned') return planned
      const { dossier, change } = planned
      if ((await changes.commit(change)) === 'stale') {
        // It may have been the other dossier that moved: then what is true now is said.
        const again = change.keeps ? await plan(request) : undefined
        return again?.outcome === 'refused' ? again : stale(request)
      }
      doorbell.ring('delivery', dossier.citizen)
      if (change.event) doorbell.ring('turn', dossier.citizen)
      return { outcome: 'done' }
    },
  }
}
