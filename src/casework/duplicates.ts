import type { Dossier } from '../dossiers/dossier.ts'
import { statuses, isWaiting } from '../dossiers/status.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId, PermitId } from '../kernel/ids.ts'
import { bucketsOf, personKey, plateKey } from '../permits/grant/buckets.ts'
import type { PermitKind } from '../permits/grant/kinds.ts'
import type { Permit, PermitClaims } from '../permits/code/permit.ts'
import { planPermit } from '../permits/grant/plan-permit.ts'
import type { PermitSearch } from './permit-search.ts'
import type { GrantingVersions } from './granting.ts'
import { kindIn, type KindOf } from './names.ts'

/** A permit or an undecided dossier whose time overlaps, and what it has in common. */
export interface Duplicate {
  of: { type: 'permit'; number: string } | { type: 'dossier'; code: string }
  dossier: DossierId
  same: readonly ('person' | 'plate')[]
  /** Epoch milliseconds. */
  validFrom: number
  validUntil: number
}

/** Undecided dossiers are compared in memory, so that their answers need no index: the newest ones only. */
export const COMPARED = 500

/** Statuses in which somebody still has to decide. */
export const UNDECIDED = statuses.filter(isWaiting)

interface DuplicatePorts {
  search: PermitSearch
  kindOf: KindOf
  granting: GrantingVersions
  now: Clock
}

/** For each of these dossiers what somebody who approves it must have seen, but for those it was told apart from. */
export function createDuplicates({ search, kindOf, granting, now }: DuplicatePorts) {
  const ofKind = async (kind: PermitKind, asked: readonly Dossier[], at: number) => {
    const subjects = asked.flatMap((dossier) => toSubject(dossier, kind, at) ?? [])
    if (subjects.length === 0) return []
    const [permits, dossiers] = await Promise.all([
      search.alike(subjects.map(bucketsOf), at),
      search.waiting({ filed: await granting(UNDECIDED, [kind.id]), statuses: UNDECIDED, limit: COMPARED }),
    ])
    const others: readonly Subject[] = [
      ...permits.filter((permit) => permit.kind === kind.id).map(ofPermit),
      ...dossiers.flatMap((dossier) => toSubject(dossier, kind, at) ?? []),
    ]
    return subjects.map((subject) => [subject.dossier, findDuplicates(subject, others)] as const)
  }

  const withoutToldApart = async (found: readonly (readonly [DossierId, readonly Duplicate[]])[]) => {
    const concerned = found.flatMap(([id, same]) => (same.length > 0 ? [id, ...same.map((it) => it.dossier)] : []))
    if (concerned.length === 0) return found
    const apart = new Set((await search.toldApart([...new Set(concerned)])).map(pairOf))
    return found.map(([id, same]) => [id, same.filter((it) => !apart.has(pairOf([id, it.dossier])))] as const)
  }

  return async (dossiers: readonly Dossier[]): Promise<ReadonlyMap<DossierId, readonly Duplicate[]>> => {
    const at = now()
    const kinds = [...new Set(dossiers.flatMap((dossier) => kindIn(kindOf(dossier)) ?? []))]
    const isOf = (kind: PermitKind) => dossiers.filter((dossier) => kindIn(kindOf(dossier))?.id === kind.id)
    const found = await Promise.all(kinds.map((kind) => ofKind(kind, isOf(kind), at)))
    return new Map(await withoutToldApart(found.flat()))
  }
}

/** The same from either side: whoever says so says it of both. */
const pairOf = (two: readonly [DossierId, DossierId]): string => [...two].sort().join(' ')

type Subject = Pick<PermitClaims, 'name' | 'idLast4' | 'plate' | 'validFrom' | 'validUntil'> &
  Pick<Duplicate, 'of' | 'dossier'> & { citizenNumber?: string }

/** The same person or the same plate at the same time, permits first. */
function findDuplicates(subject: Subject, others: readonly Subject[]): Duplicate[] {
  return others.flatMap((other) => {
    const overlaps = other.validFrom < subject.validUntil && subject.validFrom < other.validUntil
    if (!overlaps || other.dossier === subject.dossier) return []
    const isSamePerson =
      personKey(other) === personKey(subject) ||
      (subject.citizenNumber !== undefined && subject.citizenNumber === other.citizenNumber)
    const isSamePlate = plateKey(subject.plate) !== '' && plateKey(other.plate) === plateKey(subject.plate)
    const same = [...(isSamePerson ? (['person'] as const) : []), ...(isSamePlate ? (['plate'] as const) : [])]
    const { of, dossier, validFrom, validUntil } = other
    return same.length > 0 ? [{ of, dossier, same, validFrom, validUntil }] : []
  })
}

const ofPermit = (permit: Permit): Subject => ({ ...permit, of: { type: 'permit', number: permit.number } })

/** Undefined when no permit can be made of the dossier, which is said elsewhere. */
function toSubject(dossier: Dossier, kind: PermitKind, now: number): Subject | undefined {
  const planned = planPermit({ dossier, kind, now, id: '' as PermitId })
  if (planned.outcome === 'refused') return undefined
  const key = kind.answers['citizenNumber'] ?? 'citizenNumber'
  const citizenNumber = dossier.answers.find((answer) => answer.key === key)?.value.trim()
  return {
    ...planned.claims,
    ...{ of: { type: 'dossier', code: dossier.code }, dossier: dossier.id },
    ...(citizenNumber !== undefined && { citizenNumber }),
  }
}
