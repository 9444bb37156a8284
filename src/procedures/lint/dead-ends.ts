import { choicesOf, followersOf, isQuestion, type Step } from '../../conversation/flow/flow-format.ts'
import type { Rule } from './rule.ts'

const leaves = (step: Step): boolean =>
  (step.expect === 'none' && (step.end === true || step.flow !== undefined)) ||
  choicesOf(step).some((choice) => choice.flow !== undefined)

/** A step from which no end can be reached, or a ring of steps that ask nothing and would turn for ever. */
export const deadEnds: Rule = ({ file, finding }) => {
  const ending = new Set(Object.keys(file.steps).filter((id) => file.steps[id] && leaves(file.steps[id])))
  const ways = Object.entries(file.steps).map(([id, step]) => ({ id, followers: followersOf(step) }))
  for (let grew = true; grew;) {
    const more = ways.filter(({ id, followers }) => !ending.has(id) && followers.some((to) => ending.has(to)))
    more.forEach(({ id }) => ending.add(id))
    grew = more.length > 0
  }
  const stuck = Object.keys(file.steps).filter((id) => !ending.has(id))
  const stands = (id: string): boolean => {
    const step = file.steps[id]
    return !step || isQuestion(step) || (step.expect === 'none' && step.do?.startsWith('query') === true)
  }
  const spinning = ringed(
    Object.keys(file.steps).filter((id) => !stands(id)),
    (id) => followersOf(file.steps[id]!).filter((to) => !stands(to)),
  )
  return [
    ...stuck.map((id) => finding('dead end', ['steps', id], `Từ bước “${id}” không có đường nào đi đến kết thúc.`)),
    ...Object.keys(file.steps)
      .filter((id) => !stuck.includes(id) && spinning.has(id))
      .map((id) => finding('dead end', ['steps', id], `Bước “${id}” quay vòng mà không hỏi gì.`)),
  ]
}

/** From where one may come to a ring: whatever is left when all that leads nowhere further is taken away, again and again. */
function ringed(ids: readonly string[], followers: (id: string) => string[]): ReadonlySet<string> {
  const left = new Set(ids)
  for (let grew = true; grew;) {
    const out = [...left].filter((id) => !followers(id).some((to) => left.has(to)))
    out.forEach((id) => left.delete(id))
    grew = out.length > 0
  }
  return left
}
