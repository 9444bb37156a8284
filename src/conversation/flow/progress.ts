import type { CompiledFlow } from './compiled-flow.ts'
import { followersOf, isQuestion, type FlowFile } from './flow-format.ts'
import type { PeopleGroup } from './people.ts'
import { groupsOf } from './together.ts'
import type { Position } from '../words/session.ts'

/**
 * For every step the number of questions on the longest way to an end. A way never passes the same step twice, and what is asked
 * in one message counts once, and so do all the questions about people, however many there may be.
 */
export function countRemaining(
  file: Pick<FlowFile, 'steps'>,
  people: readonly PeopleGroup[] = [],
): Map<string, number> {
  const counted = new Map<string, number>()
  const underWay = new Set<string>()
  const groups = groupsOf(file)
  const count = (id: string): number => {
    const step = file.steps[id]
    const known = counted.get(id)
    if (known !== undefined) return known
    if (!step || underWay.has(id)) return 0
    underWay.add(id)
    const longest = Math.max(0, ...followersOf(step).map(count))
    underWay.delete(id)
    const isAskedBefore = (groups.get(id)?.indexOf(id) ?? 0) > 0
    const total = longest + (isQuestion(step) && !isAskedBefore ? 1 : 0)
    counted.set(id, total)
    return total
  }
  for (const { places } of people) {
    const asked = places.flatMap(({ asker, members }) => [asker, ...members])
    const isLast = (to: string): boolean => !asked.includes(to)
    const beyond = asked.flatMap((id) => (file.steps[id] ? followersOf(file.steps[id]).filter(isLast) : []))
    const total = 1 + Math.max(0, ...beyond.map(count))
    for (const id of asked) counted.set(id, total)
  }
  for (const id of Object.keys(file.steps)) count(id)
  return counted
}

/** `Bước 3/9`: of the longest way, so that the total stays; where a way is shorter, questions are passed over. */
export function renderProgress(flow: CompiledFlow, { step, context }: Position): string | undefined {
  if (!flow.mode || context.correcting) return undefined
  const remaining = (id: string): number => flow.remaining.get(id) ?? 0
  const total = Math.max(1, remaining(flow.start))
  return `Bước ${Math.max(1, total + 1 - remaining(flow.together.get(step)?.[0] ?? step))}/${total}`
}
