import { followersOf } from '../../conversation/flow/flow-format.ts'
import { nearest } from '../say-mistake.ts'
import type { Rule } from './rule.ts'

/** A `next` or `start` that names no step. */
export const unknownTargets: Rule = ({ file, finding }) => {
  const tell = (path: (string | number)[], to: string) => {
    const meant = nearest(to, Object.keys(file.steps))
    const advice = meant === undefined ? '' : ` Có phải “${meant}”?`
    return finding('unknown target', path, `Không có bước nào tên “${to}”.${advice}`)
  }
  const isMissing = (to: string): boolean => !Object.hasOwn(file.steps, to)
  return [
    ...(isMissing(file.start) ? [tell(['start'], file.start)] : []),
    ...Object.entries(file.steps).flatMap(([id, step]) =>
      followersOf(step)
        .filter(isMissing)
        .map((to) => tell(['steps', id, 'next'], to)),
    ),
  ]
}
