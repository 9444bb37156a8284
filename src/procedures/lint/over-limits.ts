import { choicesOf, type Step } from '../../conversation/flow/flow-format.ts'
import { MESSAGE_LIMITS } from '../../conversation/words/messages.ts'
import { composed } from '../../kernel/text.ts'
import type { Finding, Path } from '../finding.ts'
import type { Rule } from './rule.ts'

/** Room kept for the progress line, an earlier answer and filled-in names. */
const LONGEST_SAY = MESSAGE_LIMITS.text - 400
/** A longer label is cut off on a phone, though Zalo takes a hundred characters. */
const LONGEST_LABEL = 60

/** Composed. Composing makes no text more than three times as long, so most are short enough at a glance. */
const isLonger = (text: string | undefined, most: number): boolean =>
  text !== undefined && text.length * 3 > most && composed(text).length > most

/** Wording that would not fit into one message. */
export const overLimits: Rule = ({ file, finding }) => {
  const check = (path: Path, where: string, text: string | undefined): Finding[] =>
    isLonger(text, LONGEST_SAY) ? [finding('too long', path, `${where} dài quá ${LONGEST_SAY} chữ cái.`)] : []
  const tooLongLabels = (id: string, step: Step): Finding[] =>
    choicesOf(step).flatMap(({ label }, i) =>
      isLonger(label, LONGEST_LABEL)
        ? finding('too long', ['steps', id, 'choices', i, 'label'], `Nút “${label}” dài quá ${LONGEST_LABEL} chữ cái.`)
        : [],
    )
  return [
    ...(['about', 'help', 'afterwards', 'contact', 'closed'] as const).flatMap((key) =>
      check([key], `Mục “${key}”`, file[key]),
    ),
    ...(file.info ?? []).flatMap(({ papers, deadline, where, basis, note }, i) =>
      check(['info', i], 'Thông tin thủ tục', [...papers, deadline, where, basis, note].join('\n')),
    ),
    ...(file.moves ?? []).flatMap(({ say }, i) => check(['moves', i, 'say'], 'Lời chuyển bản', say)),
    ...Object.entries(file.steps).flatMap(([id, step]) => [
      ...check(['steps', id, 'say'], `Lời ở bước “${id}”`, step.say),
      ...('together' in step ? check(['steps', id, 'together', 'say'], `Lời ở bước “${id}”`, step.together?.say) : []),
      ...('repeat' in step && step.repeat
        ? check(['steps', id, 'repeat'], `Lời ở bước “${id}”`, `${step.repeat.again}\n${step.repeat.full}`)
        : []),
      ...('why' in step ? check(['steps', id, 'why'], `Lời ở bước “${id}”`, step.why) : []),
      ...('explain' in step ? check(['steps', id, 'explain'], `Lời ở bước “${id}”`, step.explain) : []),
      ...tooLongLabels(id, step),
    ]),
  ]
}
