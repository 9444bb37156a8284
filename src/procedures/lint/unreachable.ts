import { followersOf } from '../../conversation/flow/flow-format.ts'
import type { Rule } from './rule.ts'

/** A step that no way leads to. */
export const unreachable: Rule = ({ file, finding }) => {
  const reached = new Set<string>()
  const open = [file.start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = file.steps[id]
    if (reached.has(id) || !step) continue
    reached.add(id)
    open.push(...followersOf(step))
  }
  return Object.keys(file.steps)
    .filter((id) => !reached.has(id))
    .map((id) => finding('unreachable', ['steps', id], `Không có đường nào dẫn đến bước “${id}”.`))
}
