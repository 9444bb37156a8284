import { certainAt } from './certain.ts'
import type { Rule } from './rule.ts'

/** Checks of what the law on personal data protects (domain §1.4). */
const PERSONAL = new Set([
  'personName', 'fullNameOrUnknown', 'citizenNumber', 'oldIdentityNumber', 'phone', 'birthDate', 'email', 'address',
]) // prettier-ignore

/** A personal question of a procedure that can be reached without a consent before it. */
export const unaskedConsent: Rule = ({ file, finding }) => {
  if (file.mode === undefined) return []
  const certain = certainAt(file)
  return Object.entries(file.steps).flatMap(([id, step]) =>
    step.expect === 'text' && PERSONAL.has(step.check) && certain.get(id)?.has('consent') === false
      ? finding('consent', ['steps', id], `Bước “${id}” hỏi thông tin cá nhân khi chưa xin đồng ý (expect: consent).`)
      : [],
  )
}
