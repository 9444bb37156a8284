import { type Condition, renderCondition } from '../conversation/flow/condition.ts'
import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import { answerNameOf, branchesOf, type FlowFile, followersOf } from '../conversation/flow/flow-format.ts'
import { walk, type Walked } from '../conversation/step/walk.ts'
import type { Finding } from './finding.ts'
import type { FlowSource } from './load.ts'

/**
 * What a walk with the samples of all checks comes upon in a text without other mistakes: a step that does what none should,
 * a way that no answer takes. A way is told only where the walk knows all answers there are.
 */
export function walkThrough({ file, finding }: FlowSource, flow: CompiledFlow): Finding[] {
  const walked = walk(flow)
  const unique = new Map(walked.problems.map((problem) => [problem.message, problem]))
  return [
    ...[...unique.values()].map(({ step, message }) => finding('walk', ['steps', step], message)),
    ...(knowsAllWays(file, walked) ? untaken(file, walked, finding) : []),
  ]
}

function untaken(file: FlowFile, { visited, edges }: Walked, finding: FlowSource['finding']): Finding[] {
  const reached = Object.entries(file.steps).filter(([id]) => visited.has(id))
  return reached.flatMap(([id, step]) =>
    branchesOf(step).flatMap(({ to, when }, i): Finding[] => {
      // The last way has no condition, as the format wants it, even where the others leave it nothing.
      if (when === undefined || edges.has(`${id} → ${to}`)) return []
      const message = `Không câu trả lời nào dẫn từ bước “${id}” đến bước “${to}” (${renderCondition(when)}).`
      return [finding('walk', ['steps', id, 'next', i], message)]
    }),
  )
}

/** Every condition looks at a choice or at what was found, and no step was left in no way at all. */
function knowsAllWays(file: FlowFile, { isWhole, visited, edges }: Walked): boolean {
  const left = new Set([...edges].map((edge) => edge.split(' → ')[0]))
  const isStuck = [...visited].some((id) => {
    const step = file.steps[id]
    return step !== undefined && followersOf(step).length > 0 && !left.has(id)
  })
  const conditions = Object.values(file.steps).flatMap((step) => branchesOf(step).flatMap(({ when }) => when ?? []))
  return isWhole && !isStuck && conditions.every((when) => isDecided(file, when))
}

function isDecided({ steps }: FlowFile, when: Condition): boolean {
  if (typeof when === 'string') return when === 'found'
  const asking = Object.entries(steps).filter(([id, step]) => answerNameOf(id, step) === when.answer)
  return asking.length > 0 && asking.every(([, { expect }]) => expect === 'choice' || expect === 'consent')
}
