import { fold } from '../../kernel/text.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { groupAt, labelUnder, nameOf, peopleMeant, peopleOf } from '../step/people-present.ts'
import type { Reviewed } from '../step/review.ts'
import type { Position } from '../words/session.ts'

/** "Ngày sinh của người 2", "tên con Nguyễn Minh Khôi": the words that say whose answer is meant. */
const WHOSE =
  /(?:^| )((?:nguoi|dua|thang)(?: (?:cung dang ky|o cung))?(?: (?:thu|so))? (?:\d{1,2}|nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi))(?: |$)/
const OF_KIN =
  /(?:^| )(?:cua|ten|sinh|quan he) ((?:vo|chong|con|cha|me|ma|anh|chi|em)(?: (?:trai|gai|toi|tui))*)(?: |$)/

/** Of the questions that were answered those about the one person a sentence names; all of them where it names nobody. */
export function ofPerson(
  flow: CompiledFlow,
  position: Position,
  text: string,
  questions: readonly Reviewed[],
): readonly Reviewed[] {
  const group = groupAt(flow, position)
  if (!group) return questions
  const plain = fold(text)
  const named = peopleOf(flow, position.context, group).find((it) => {
    const name = nameOf(flow, position.context, it)
    return name !== undefined && ` ${plain} `.includes(` ${fold(name)} `)
  })
  const whom = WHOSE.exec(plain)?.[1] ?? OF_KIN.exec(plain)?.[1]
  const meant = named ? [named] : whom === undefined ? [] : peopleMeant(flow, position, whom)
  const [only] = meant
  if (!only || meant.length > 1) return questions
  return questions.flatMap((it) => (only.members.includes(it.id) ? { ...it, label: labelUnder(only, it.label) } : []))
}
