import type { CompiledFlow } from './compiled-flow.ts'
import { followersOf, isQuestion, type FlowFile } from './flow-format.ts'
import type { Position } from '../words/session.ts'

/** For every step the number of questions on the longest way to an end. A way never passes the same step twice. */
export function countRemaining(file: Pick<FlowFile, 'steps'>): Map<string, number> {
  const counted = new Map<string, number>()
  const underWay = new Set<string>()
  const count = (id: string): number => {
    const step = file.steps[id]
    const known = counted.get(id)
    if (known !== undefined) return known
    if (!step || underWay.has(id)) return 0
    underWay.add(id)
    const longest = Math.max(0, ...followersOf(step).map(count))
    underWay.delete(id)
    const total = longest + (isQuestion(step) ? 1 : 0)
    counted.set(id, total)
    return total
  }
  for (const id of Object.keys(file.steps)) count(id)
  return counted
}

/** `Bước 3/9`: the questions passed so far, and the longest way that is still open. */
export function renderProgress(flow: CompiledFlow, { step, context }: Position): string | undefined {
  if (!flow.mode || context.correcting) return undefined
  const passed = context.trail.length
  return `Bước ${passed + 1}/${passed + Math.max(1, flow.remaining.get(step) ?? 1)}`
}
