import { checkOf } from '../../conversation/flow/check-of.ts'
import { certainAt } from './certain.ts'
import type { Rule } from './rule.ts'

/** A personal question of a procedure that can be reached without a consent before it. */
export const unaskedConsent: Rule = ({ file, finding }) => {
  if (file.mode === undefined) return []
  const certain = certainAt(file)
  return Object.entries(file.steps).flatMap(([id, step]) =>
    checkOf(step)?.personal && certain.get(id)?.has('consent') === false
      ? finding('consent', ['steps', id], `Bước “${id}” hỏi thông tin cá nhân khi chưa xin đồng ý (expect: consent).`)
      : [],
  )
}
