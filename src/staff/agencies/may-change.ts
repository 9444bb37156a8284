import type { Agency } from '../../dossiers/agencies.ts'
import { hasRole } from '../../dossiers/postings.ts'
import { type Administrator, isProvincial, type May } from '../people/may-administer.ts'

/** What an agency's own administrator looks after; the rest is the province's. */
const OWN_FIELDS: readonly (keyof Agency)[] = ['telephone', 'place', 'calendar']

/** Whether somebody may change these fields of an agency. */
export function mayChange(by: Administrator, code: string, fields: readonly (keyof Agency)[]): May {
  if (isProvincial(by)) return { may: true }
  if (!hasRole(by.postings, 'administrator', code)) return { may: false, because: ELSEWHERE }
  return fields.every((field) => OWN_FIELDS.includes(field)) ? { may: true } : { may: false, because: PROVINCE }
}

const ELSEWHERE = 'Ông/bà chỉ quản trị cơ quan của mình. Thông tin cơ quan này do người khác ghi.'
const PROVINCE = 'Quản trị của cơ quan chỉ đổi điện thoại, địa chỉ và giờ làm việc. Việc này do quản trị cấp tỉnh làm.'
