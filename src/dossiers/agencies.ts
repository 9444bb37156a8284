import { communes, renderArea } from '../province/areas.ts'
import { province } from '../province/province.ts'

/** An authority that receives or decides dossiers. */
export interface Agency {
  /** First part of its dossier codes. */
  code: string
  name: string
  level: 'province' | 'commune'
  /** Code of `province/areas` for a commune. */
  area?: number
  /** Days in force, `2025-07-01`. A merged agency keeps its row and names who continues its work. */
  validFrom: string
  validTo?: string
  successor?: string
}

export const provincialCentre = province.centre.code

/** The provincial centre, and the communes and wards that are in force. */
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

/** The commune's own agency for an area code, the provincial centre for an area outside the province. */
export const agencyOfArea = (area: number): string =>
  agencies.find((agency) => agency.area === area)?.code ?? provincialCentre
