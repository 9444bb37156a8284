import { choicesOf } from '../../conversation/flow/flow-format.ts'
import { fold } from '../../kernel/text.ts'
import type { Rule } from './rule.ts'

/** Two choices that a citizen who types without marks cannot tell apart. */
export const duplicateLabels: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    const choices = choicesOf(step)
    const [labels, keys] = [new Set<string>(), new Set<string>()]
    return choices.flatMap((choice, i) => {
      const label = fold(choice.label)
      const isTwin = labels.has(label) || keys.has(choice.key)
      labels.add(label)
      keys.add(choice.key)
      return isTwin
        ? finding('twin choices', ['steps', id, 'choices', i], `Hai lựa chọn trùng nhau: “${choice.label}”.`)
        : []
    })
  })
