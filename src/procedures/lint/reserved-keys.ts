import { RESERVED_KEYS } from '../../conversation/words/payload.ts'
import type { Rule } from './rule.ts'

/** A choice that takes the key of a steering button could never be chosen. */
export const reservedKeys: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) =>
    step.expect !== 'choice'
      ? []
      : step.choices.flatMap(({ key }, i) =>
          RESERVED_KEYS.includes(key)
            ? finding(
                'reserved key',
                ['steps', id, 'choices', i, 'key'],
                `Khóa “${key}” dành cho nút lệnh, hãy chọn khóa khác.`,
              )
            : [],
        ),
  )
