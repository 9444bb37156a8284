import { isQuestion } from '../../conversation/flow/flow-format.ts'
import type { Rule } from './rule.ts'

/** A move between versions that cannot be made. */
export const faultyMoves: Rule = ({ file, finding }) =>
  (file.moves ?? []).flatMap((move, i) => [
    ...move.from
      .filter((version) => version >= file.version)
      .map((version) =>
        finding('moves', ['moves', i, 'from'], `Bản ${version} không cũ hơn bản này (${file.version}).`),
      ),
    ...Object.entries(move.steps ?? {}).flatMap(([from, to]) => {
      const step = Object.hasOwn(file.steps, to) ? file.steps[to] : undefined
      if (!step) return finding('moves', ['moves', i, 'steps', from], `Không có bước nào tên “${to}”.`)
      return isQuestion(step)
        ? []
        : finding('moves', ['moves', i, 'steps', from], `Bước “${to}” không hỏi gì nên không ai dừng ở đó được.`)
    }),
  ])
