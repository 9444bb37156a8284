import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import type { Prospect } from '../conversation/flow/prospect.ts'
import type { Circumstances } from '../dossiers/acts/act.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { PermitKind } from '../permits/grant/kinds.ts'

/** A dossier as far as it says through which version of which procedure it was filed. */
export type Filed = Pick<Dossier, 'flow' | 'flowVersion'>

/**
 * The kind of permit that approving a dossier grants. `unreadable`: what it was filed under cannot be run any more, or grants
 * a kind that nobody describes; whether it grants one is not known.
 */
export type KindOf = (filed: Filed) => PermitKind | 'unreadable' | undefined

interface KindPorts {
  pinned: (flow: string, version: number) => Pick<CompiledFlow, 'grants'> | undefined
  findKind: (kind: string) => PermitKind | undefined
}

/** Asked of the version that was filed: what it promised holds for the life of the dossier. */
export const createKindOf =
  ({ pinned, findKind }: KindPorts): KindOf =>
  ({ flow, flowVersion }) => {
    const filed = pinned(flow, flowVersion)
    if (!filed) return 'unreadable'
    return filed.grants === undefined ? undefined : (findKind(filed.grants) ?? 'unreadable')
  }

/** The kind where there is one. */
export const kindIn = (kind: ReturnType<KindOf>): PermitKind | undefined => (kind === 'unreadable' ? undefined : kind)

export interface NamePorts {
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  /** Of the agency that has the work of this one today. */
  telephoneOf?: (code: string) => string | undefined
  /** Where its counter is. */
  placeOf?: (code: string) => string | undefined
  kindOf: KindOf
  /** The flow in which a finished dossier can be rated. */
  rateFlow: () => string | undefined
  /** What the version that was filed promises today. */
  prospectOf?: ProspectOf
}

export type ProspectOf = (filed: Filed, at: number) => Prospect | undefined

/** The names that an act's words need. */
export function namesFor(
  dossier: Dossier,
  { procedureName, agencyName, telephoneOf, placeOf, kindOf, rateFlow, prospectOf }: NamePorts,
  at: number,
): Pick<
  Circumstances,
  'procedureName' | 'agencyName' | 'telephone' | 'place' | 'permitName' | 'rateFlow' | 'prospect' | 'termAt'
> {
  const rate = rateFlow()
  const prospect = prospectOf?.(dossier, at)
  const telephone = telephoneOf?.(dossier.holder)
  const place = placeOf?.(dossier.holder)
  return {
    procedureName: procedureName(dossier.flow),
    agencyName: agencyName(dossier.holder),
    ...(telephone !== undefined && { telephone }),
    ...(place !== undefined && { place }),
    permitName: kindIn(kindOf(dossier))?.name ?? 'giấy',
    ...(rate !== undefined && { rateFlow: rate }),
    ...(prospect && { prospect }),
    ...(prospectOf && { termAt: (since) => prospectOf(dossier, since)?.limit }),
  }
}
