import { isFreeStep } from '../../conversation/flow/check-of.ts'
import { followersOf, type Step } from '../../conversation/flow/flow-format.ts'
import { groupOf, groupsOf } from '../../conversation/flow/together.ts'
import type { Finding, Path } from '../finding.ts'
import type { Rule } from './rule.ts'

/** Questions asked in one message that do not follow each other, or of which nobody could tell which words answer which. */
export const brokenGroups: Rule = ({ file, finding }) => {
  const asked = groupsOf(file)
  return Object.entries(file.steps).flatMap(([id, step]) => {
    const group = groupOf(id, step)
    const tell = (i: number, because: string): Finding => {
      const path: Path = i < 0 ? ['steps', id, 'together'] : ['steps', id, 'together', 'with', i]
      return finding('together', path, because)
    }
    const broken = group.slice(1).flatMap((next, i): Finding[] => {
      const before = group[i] ?? id
      const from = file.steps[before]
      const to = file.steps[next]
      if (!to) return [tell(i, `Không có bước nào tên “${next}”.`)]
      if (!from || !followersOf(from).includes(next))
        return [tell(i, `Bước “${next}” không đi liền sau bước “${before}” nên không hỏi chung được.`)]
      if (!isAskable(to)) return [tell(i, `Bước “${next}” không hỏi chung được: chỉ hỏi chung được chữ và lựa chọn.`)]
      return asked.get(next)?.[0] === id ? [] : [tell(i, `Bước “${next}” đã được hỏi chung với bước khác.`)]
    })
    const free = group.filter((it) => isFreeStep(file.steps[it]))
    if (free.length < 2) return broken
    return [
      ...broken,
      tell(-1, `Các bước ${free.map((it) => `“${it}”`).join(', ')} đều nhận câu bất kỳ nên không hỏi chung được.`),
    ]
  })
}

const isAskable = (step: Step): boolean => step.expect === 'text' || step.expect === 'choice'
