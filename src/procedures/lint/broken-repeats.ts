import {
  answerNameOf,
  followersOf,
  type FlowFile,
  type Step,
  type StepOf,
} from '../../conversation/flow/flow-format.ts'
import { answerOfPerson, repeatedIn, stepOfPerson } from '../../conversation/flow/people.ts'
import type { Finding, Path } from '../finding.ts'
import type { Rule } from './rule.ts'

/** Questions for one person after another that do not come back to the choice, or whose answers could not be told apart. */
export const brokenRepeats: Rule = ({ file, finding }) => {
  const tell = (path: Path, because: string): Finding => finding('repeat', ['steps', ...path], because)
  const groups = repeatedIn(file)
  const inside = new Set(groups.flatMap(({ members }) => members))
  const unled = Object.entries(file.steps).flatMap(([id, step]): Finding[] => {
    if (step.expect !== 'choice' || !step.repeat) return []
    if (step.choices.length === 2 && step.choices.every(({ next }) => next !== undefined))
      return step.saveAs === undefined
        ? []
        : [tell([id, 'saveAs'], `Bước “${id}” có repeat nên không lưu câu trả lời: bỏ saveAs.`)]
    return [
      tell(
        [id, 'choices'],
        `Bước “${id}” có repeat thì cần đúng hai lựa chọn, mỗi lựa chọn một next: thêm người, và đủ rồi.`,
      ),
    ]
  })
  const broken = groups.flatMap(({ asker, members, repeat, exit }): Finding[] => {
    const { least = 0, most } = repeat
    const isOfPerson = (id: string): boolean => id === asker || members.includes(id)
    const bounds = least > most ? [tell([asker, 'repeat', 'least'], `least (${least}) lớn hơn most (${most}).`)] : []
    const none =
      members.length === 0
        ? [
            tell(
              [asker, 'choices', 0, 'next'],
              `Lựa chọn đầu của bước “${asker}” phải dẫn đến câu hỏi đầu tiên về một người.`,
            ),
          ]
        : []
    const own = members.flatMap((id): Finding[] => {
      const step = file.steps[id]
      if (!step) return []
      if (!isAskable(step))
        return [tell([id], `Bước “${id}” không hỏi lại cho từng người được: chỉ hỏi lại được chữ và lựa chọn.`)]
      if ('repeat' in step && step.repeat)
        return [tell([id, 'repeat'], `Bước “${id}” đã nằm trong nhóm hỏi từng người của bước “${asker}”.`)]
      const unnamed =
        step.saveAs === undefined || step.label === undefined
          ? [tell([id], `Bước “${id}” hỏi từng người nên cần saveAs và label.`)]
          : []
      const away = followersOf(step).filter((to) => to === exit || (Object.hasOwn(file.steps, to) && !isOfPerson(to)))
      return [
        ...unnamed,
        ...away.map((to) =>
          tell([id, 'next'], `Bước “${id}” dẫn đến “${to}”: câu cuối về một người phải dẫn về bước “${asker}”.`),
        ),
      ]
    })
    const strays = Object.entries(file.steps).flatMap(([id, step]) =>
      isOfPerson(id)
        ? []
        : followersOf(step)
            .filter((to) => members.includes(to))
            .map((to) => tell([id, 'next'], `Bước “${to}” hỏi về từng người, chỉ vào được từ bước “${asker}”.`)),
    )
    return [
      ...bounds,
      ...none,
      ...own,
      ...strays,
      ...taken(file, asker, members, most).map(([id, name]) =>
        tell([id], `Tên “${name}” trùng với câu hỏi cho người thứ hai trở đi của bước “${asker}”: đổi tên.`),
      ),
    ]
  })
  const starts = inside.has(file.start)
    ? [finding('repeat', ['start'], `Bước “${file.start}” hỏi về từng người nên không thể là bước đầu.`)]
    : []
  return [...unled, ...broken, ...starts]
}

const isAskable = (step: Step): step is StepOf<'text' | 'choice'> => step.expect === 'text' || step.expect === 'choice'

/** Steps and answers of the text that are called as those of a second person would be. */
function taken(
  { steps }: FlowFile,
  asker: string,
  members: readonly string[],
  most: number,
): [id: string, name: string][] {
  const numbers = Array.from({ length: most }, (_, i) => i + 2)
  const ids = new Set(numbers.flatMap((n) => [asker, ...members].map((id) => stepOfPerson(id, n))))
  const names = new Set(
    members.flatMap((id) => {
      const step = steps[id]
      return step ? numbers.map((n) => answerOfPerson(answerNameOf(id, step), n)) : []
    }),
  )
  return Object.entries(steps).flatMap(([id, step]): [string, string][] => {
    if (ids.has(id)) return [[id, id]]
    const name = answerNameOf(id, step)
    return names.has(name) ? [[id, name]] : []
  })
}
