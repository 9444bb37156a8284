import { branchesOf } from '../../conversation/flow/flow-format.ts'
import type { Rule } from './rule.ts'

/** Branches without a final default, or with one that hides those behind it. */
export const lateDefaults: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    const branches = branchesOf(step)
    const isDefault = branches.findIndex(({ when }) => when === undefined)
    if (branches.length === 0 || isDefault === branches.length - 1) return []
    const message =
      isDefault < 0 ? 'Thiếu nhánh cuối cùng không có điều kiện.' : 'Nhánh không có điều kiện phải đứng cuối cùng.'
    return [finding('branches', ['steps', id, 'next'], `Bước “${id}”: ${message}`)]
  })
