import type { VietnamDay } from '../kernel/clock.ts'
import { communes, renderArea } from '../province/areas.ts'
import { province } from '../province/province.ts'

/** From the top down: until 30/06/2025 there were districts between a province and its communes. */
export const LEVELS = ['province', 'district', 'commune'] as const

/** An authority that receives or decides dossiers. */
export interface Agency {
  /** First part of its dossier codes. */
  code: string
  name: string
  level: (typeof LEVELS)[number]
  /** Code of `province/areas` for a commune. */
  area?: number
  /** Code of the agency above it. */
  parent?: string
  /** Days in force, `2025-07-01`. A merged agency keeps its row and names who continues its work. */
  validFrom: VietnamDay
  validTo?: VietnamDay
  successor?: string
  telephone?: string
  /** Where its counter is. */
  place?: string
  /** Id of the calendar it keeps; that of most when absent. */
  calendar?: string
  /** Procedures it deals with; absent where that is all of its level. */
  competentFor?: readonly string[]
}

export const provincialCentre = province.centre.code

/** What an installation begins with: the provincial centre, its communes and wards, and those before them whose codes are still typed. */
export const agencies: readonly Agency[] = [
  {
    code: provincialCentre,
    name: province.centre.name,
    level: 'province',
    validFrom: province.since,
  },
  ...communes.map((area): Agency => ({
    code: `${provincialCentre}.${String(area.code).padStart(3, '0')}`,
    name: `UBND ${renderArea(area.code).toLowerCase().slice(0, 1)}${renderArea(area.code).slice(1)}`,
    level: 'commune',
    area: area.code,
    validFrom: province.since,
  })),
]

/** Units whose codes stand on receipts from before the province's present shape; the centre continues their work. */
export const formerAgencies: readonly Agency[] = province.former.map(({ code, name, from, until }) => ({
  ...{ code, name, level: 'province' as const, validFrom: from, validTo: until, successor: provincialCentre },
}))

/** The commune's own agency for an area code, the provincial centre for an area outside the province. */
export const agencyOfArea = (area: number): string =>
  agencies.find((agency) => agency.area === area)?.code ?? provincialCentre
