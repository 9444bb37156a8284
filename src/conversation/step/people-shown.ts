import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { choicesOf } from '../flow/flow-format.ts'
import { button } from '../words/buttons.ts'
import type { Choice } from '../words/messages.ts'
import { STEP_KEYS } from '../words/payload.ts'
import { peoplePhrases } from '../words/people-phrases.ts'
import type { Position } from '../words/session.ts'
import { groupAt, headingOf, listed, peopleOf } from './people-present.ts'

/** What stands above a question about people: whose it is, or whom there are already. */
export function peopleHere(flow: CompiledFlow, { step, context }: Position): string | undefined {
  const place = flow.people.get(step)
  if (!place) return undefined
  if (step !== place.asker) return `${headingOf(place)}:`
  const people = listed(flow, context, place.group)
  return people.length === 0 ? undefined : peoplePhrases.noted(people)
}

/** At a question about somebody, not to add them; at the review, to add one more. */
export function personChoices(flow: CompiledFlow, position: Position): Choice[] {
  const { step, context } = position
  const own = (key: string, label: string): Choice => button({ to: 'answer', step, key }, label)
  const place = flow.people.get(step)
  if (place) {
    const isOver = step !== place.asker && peopleOf(flow, context, place.group).length > place.group.least
    const isNew = step !== place.asker && place.n > place.group.least
    return isOver || isNew ? [own(STEP_KEYS.dropPerson, peoplePhrases.drop)] : []
  }
  const group = flow.steps.get(step)?.expect === 'review' ? groupAt(flow, position) : undefined
  if (!group || peopleOf(flow, context, group).length === group.most) return []
  const asker = group.places.map(({ asker: id }) => flow.steps.get(id)).find((it) => it?.expect === 'choice')
  return [own(STEP_KEYS.addPerson, (asker && choicesOf(asker)[0]?.label) ?? peoplePhrases.add)]
}
