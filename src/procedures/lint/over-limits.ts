import { choicesOf } from '../../conversation/flow-format.ts'
import { MESSAGE_LIMITS } from '../../conversation/messages.ts'
import type { Finding } from '../load.ts'
import type { Rule } from './lint.ts'

/** Room kept for the progress line, an earlier answer and filled-in names. */
const LONGEST_SAY = MESSAGE_LIMITS.text - 400
/** A longer label is cut off on a phone, though Zalo takes a hundred characters. */
const LONGEST_LABEL = 60

/** Wording that would not fit into one message. */
export const overLimits: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]): Finding[] => {
    const texts = [['say', step.say], ['why', 'why' in step ? step.why : undefined]] as const // prettier-ignore
    return [
      ...texts.flatMap(([key, text]) =>
        (text?.normalize('NFC').length ?? 0) > LONGEST_SAY
          ? finding('too long', ['steps', id, key], `Lời ở bước “${id}” dài quá ${LONGEST_SAY} chữ cái.`)
          : [],
      ),
      ...choicesOf(step).flatMap(({ label }, i) =>
        label.length > LONGEST_LABEL
          ? finding(
              'too long',
              ['steps', id, 'choices', i, 'label'],
              `Nút “${label}” dài quá ${LONGEST_LABEL} chữ cái.`,
            )
          : [],
      ),
    ]
  })
