import { choicesOf } from '../../conversation/flow-format.ts'
import { fold } from '../../kernel/text.ts'
import type { Rule } from './lint.ts'

/** Two choices that a citizen who types without marks cannot tell apart. */
export const duplicateLabels: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    const choices = choicesOf(step)
    return choices.flatMap((choice, i) => {
      const isTwin = choices
        .slice(0, i)
        .some((other) => fold(other.label) === fold(choice.label) || other.key === choice.key)
      return isTwin
        ? finding('twin choices', ['steps', id, 'choices', i], `Hai lựa chọn trùng nhau: “${choice.label}”.`)
        : []
    })
  })
