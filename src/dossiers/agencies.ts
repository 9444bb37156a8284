import { communes, renderArea } from '../province/areas.ts'

/** An authority that receives or decides dossiers. */
export interface Agency {
  /** First part of its dossier codes. */
  code: string
  name: string
  level: 'province' | 'commune'
  /** Code of `kernel/areas` for a commune. */
  area?: number
  /** Days in force, `2025-07-01`. A merged agency keeps its row and names who continues its work. */
  validFrom: string
  validTo?: string
  successor?: string
}

/**
 * DEMONSTRATION CODES: group 99 is not assigned to anybody. The province's own decision on the `H12.xx` codes
 * after the merger of 01/07/2025 is not public; replace these rows when it is.
 */
const PROVINCE = 'H12.99'

/** The provincial centre and the 64 communes and wards in force since 01/07/2025 (NQ 1655/NQ-UBTVQH15). */
export const agencies: readonly Agency[] = [
  {
    code: PROVINCE,
    name: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau',
    level: 'province',
    validFrom: '2025-07-01',
  },
  ...communes.map((area): Agency => ({
    code: `${PROVINCE}.${String(area.code).padStart(3, '0')}`,
    name: `UBND ${renderArea(area.code).toLowerCase().slice(0, 1)}${renderArea(area.code).slice(1)}`,
    level: 'commune',
    area: area.code,
    validFrom: '2025-07-01',
  })),
]

export const provincialCentre = PROVINCE

/** The commune's own agency for an area code, the provincial centre for an area outside the province. */
export const agencyOfArea = (area: number): string => agencies.find((agency) => agency.area === area)?.code ?? PROVINCE
