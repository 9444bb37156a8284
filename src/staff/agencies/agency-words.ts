import type { Agency } from '../../dossiers/agencies.ts'
import { renderDay } from '../../kernel/clock.ts'
import { renderArea } from '../../province/areas.ts'

export const LEVEL_NAMES: Record<Agency['level'], string> = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện (trước 07/2025)',
  commune: 'Cấp xã',
}

/** How people read the fields of an agency. */
export const FIELD_NAMES: Record<keyof Agency, string> = {
  code: 'Mã',
  name: 'Tên cơ quan',
  level: 'Cấp',
  area: 'Địa bàn',
  parent: 'Cơ quan cấp trên',
  validFrom: 'Hoạt động từ ngày',
  validTo: 'Ngày hoạt động cuối',
  successor: 'Cơ quan kế tục',
  telephone: 'Điện thoại',
  place: 'Nơi tiếp dân',
  calendar: 'Lịch làm việc',
  competentFor: 'Thủ tục giải quyết',
}

export interface Names {
  agency: (code: string) => string
  procedure: (flow: string) => string
  calendar: (id: string) => string
}

/** What a field says; of one that is empty a word that says so. */
export function renderField(agency: Agency, field: keyof Agency, names: Names): string {
  switch (field) {
    case 'level':
      return LEVEL_NAMES[agency.level]
    case 'area':
      return agency.area === undefined ? 'không có' : renderArea(agency.area)
    case 'parent':
      return agency.parent === undefined ? 'không có' : names.agency(agency.parent)
    case 'successor':
      return agency.successor === undefined ? 'không có' : names.agency(agency.successor)
    case 'validFrom':
      return renderDay(agency.validFrom)
    case 'validTo':
      return agency.validTo === undefined ? 'chưa định' : renderDay(agency.validTo)
    case 'calendar':
      return agency.calendar === undefined ? 'lịch chung' : names.calendar(agency.calendar)
    case 'competentFor':
      return agency.competentFor?.map(names.procedure).join('; ') ?? 'mọi thủ tục của cấp này'
    default:
      return agency[field] ?? 'chưa ghi'
  }
}
