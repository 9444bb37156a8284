import { followersOf } from '../../conversation/flow-format.ts'
import type { Rule } from './lint.ts'

/** A `next` or `start` that names no step. */
export const unknownTargets: Rule = ({ file, finding }) => {
  const tell = (path: (string | number)[], to: string) =>
    finding('unknown target', path, `Không có bước nào tên “${to}”.`)
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
