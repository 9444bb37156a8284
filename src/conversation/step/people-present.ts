import { isSkipped } from '../flow/answers.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, choicesOf, type Step } from '../flow/flow-format.ts'
import type { PeopleGroup, Place } from '../flow/people.ts'
import { fold } from '../../kernel/text.ts'
import { pick } from '../words/read-choice.ts'
import { personNumbered } from '../words/people-words.ts'
import type { Answer, FlowContext, Position } from '../words/session.ts'

/** The questions about one person, each with the name of its answer. */
export const questionsAt = (flow: CompiledFlow, { members }: Place): { id: string; name: string; step: Step }[] =>
  members.flatMap((id) => {
    const step = flow.steps.get(id)
    return step ? [{ id, name: answerNameOf(id, step), step }] : []
  })

const isSaid = (answer: Answer | undefined): answer is Answer => answer !== undefined && !isSkipped(answer)

/** Whether somebody was to be added here, and something was said of them. */
function isPresent(flow: CompiledFlow, { answers }: FlowContext, place: Place): boolean {
  const asker = flow.steps.get(place.asker)
  const isWanted = asker?.expect !== 'choice' || answers[place.asker]?.value === asker.choices[0]?.key
  return isWanted && questionsAt(flow, place).some(({ name }) => isSaid(answers[name]))
}

/** What one is called by: the answer to the first question about them. */
export function nameOf(flow: CompiledFlow, { answers }: FlowContext, place: Place): string | undefined {
  const answer = answers[questionsAt(flow, place)[0]?.name ?? '']
  return isSaid(answer) ? answer.shown : undefined
}

/** Everybody so far: numbered without a gap, for where one is taken out, the others move up. */
export function peopleOf(flow: CompiledFlow, context: FlowContext, { places }: PeopleGroup): readonly Place[] {
  const end = places.findIndex((place) => !isPresent(flow, context, place))
  return end < 0 ? places : places.slice(0, end)
}

/** Whether all is answered of somebody. */
export const isWhole = (flow: CompiledFlow, context: FlowContext, place: Place): boolean =>
  isPresent(flow, context, place) && questionsAt(flow, place).every(({ name }) => context.answers[name] !== undefined)

/** The people a sentence at this question can speak of: those asked about here, or on the way here. */
export function groupAt(flow: CompiledFlow, { step, context }: Position): PeopleGroup | undefined {
  const here = flow.people.get(step)
  if (here) return here.group
  const passed = [...flow.people.values()].find(({ group }) =>
    group.places.some(({ asker, members }) => [asker, ...members].some((id) => context.trail.includes(id))),
  )
  return passed?.group
}

/** "Người 2": as it stands in the review. */
export const headingOf = ({ group, n }: Place): string => `${group.person} ${n}`

/** The label of a question under the heading of its person. */
export function labelUnder(place: Place | undefined, label: string): string {
  const of = place ? ` (${headingOf(place).toLowerCase()})` : ''
  return of !== '' && label.endsWith(of) ? label.slice(0, -of.length) : label
}

/** "1. Trần Thị Bé (Vợ, chồng)": everybody so far. */
export function listed(flow: CompiledFlow, context: FlowContext, group: PeopleGroup): string[] {
  return peopleOf(flow, context, group).map((place) => {
    const kin = questionsAt(flow, place).find(
      ({ step, name }) => step.expect === 'choice' && isSaid(context.answers[name]),
    )
    const said = kin ? ` (${context.answers[kin.name]?.shown ?? ''})` : ''
    return `${place.n}. ${nameOf(flow, context, place) ?? 'chưa có tên'}${said}`
  })
}

/** Whom words speak of: by number, by name, or by who they are to somebody. Several where nothing tells them apart. */
export function peopleMeant(flow: CompiledFlow, { step, context }: Position, whom: string): readonly Place[] {
  const group = groupAt(flow, { flow: '', version: 0, step, context })
  if (!group) return []
  const present = peopleOf(flow, context, group)
  const n = personNumbered(whom, present.length, flow.people.get(step)?.n)
  if (n !== undefined) return present.filter((it) => it.n === n)
  const plain = ` ${fold(whom)} `
  const named = present.filter((it) => {
    const name = nameOf(flow, context, it)
    return name !== undefined && (plain.includes(` ${fold(name)} `) || plain.trim() === fold(name).split(' ').at(-1))
  })
  if (named.length > 0) return named
  return present.filter((place) =>
    questionsAt(flow, place).some(({ step: asked, name }) => {
      const answer = context.answers[name]
      return isSaid(answer) && asked.expect === 'choice' && pick(choicesOf(asked), kinWords(whom))?.key === answer.value
    }),
  )
}

const kinWords = (whom: string): string =>
  whom
    .replace(/\b(?:cua|tui|toi|minh|ra|di|khoi|danh sach|ho so|nay|do|giup|gium|nha|nhe|a|em oi)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
