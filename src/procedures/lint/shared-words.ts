import { plainOf, wordsOf } from '../../conversation/words/shorthand.ts'
import { composed } from '../../kernel/text.ts'
import type { Rule } from './rule.ts'

const asSaid = (text: string): string => composed(text).toLowerCase().trim()

/** One word that leads to two choices of a question: whoever says it would always be asked again. */
export const sharedWords: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    if (step.expect !== 'choice') return []
    const owners = new Map(step.choices.map(({ label }, i) => [asSaid(label), i]))
    return step.choices.flatMap(({ words = [] }, i) =>
      words.flatMap((word, at) => {
        const path = ['steps', id, 'choices', i, 'words', at]
        if (plainOf(wordsOf(word)).replaceAll(' ', '').replaceAll('|', '') === '')
          return [finding('no word', path, `“${word}” không phải là lời nói.`)]
        const owner = owners.get(asSaid(word))
        if (owner === undefined || owner === i) {
          owners.set(asSaid(word), i)
          return []
        }
        const other = step.choices[owner]?.label ?? ''
        return [finding('shared word', path, `“${word}” đã dẫn đến “${other}”: mỗi lời chỉ dẫn đến một lựa chọn.`)]
      }),
    )
  })
