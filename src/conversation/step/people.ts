import { tidy } from '../../kernel/text.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { choicesOf } from '../flow/flow-format.ts'
import { stepOfPerson, type PeopleGroup, type Place } from '../flow/people.ts'
import type { CitizenEvent } from '../words/events.ts'
import { peoplePhrases } from '../words/people-phrases.ts'
import type { FactsEvent, Position } from '../words/session.ts'
import { advance, type Moment, type StepResult } from './advance.ts'
import { say, tell } from './ask.ts'
import { fillPeople } from './people-filled.ts'
import { asToldFrom, beginOf, without } from './people-moved.ts'
import { groupAt, headingOf, nameOf, peopleOf } from './people-present.ts'
import { readPeople, type PeopleChange } from './read-people.ts'

type Adding = Extract<PeopleChange, { what: 'add' }>

/**
 * What changes who is spoken of, where people are asked about one after another: some more, one less, enough. Undefined where the
 * words answer the question itself.
 */
export function takePeople(
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent | FactsEvent,
  moment: Moment,
): StepResult | undefined {
  const group = event.type === 'TEXT' ? groupAt(flow, position) : undefined
  const change = event.type === 'TEXT' ? readPeople(flow, position, tidy(event.text)) : undefined
  if (!group || !change) return undefined
  const stay = (text: string): StepResult => {
    const effects = tell(flow, position, text)
    return { outcome: 'waiting', position, effects, fetching: moment.fetching }
  }
  switch (change.what) {
    case 'told':
      return stay(change.text)
    case 'remove':
      return remove(flow, position, change.place, moment.now) ?? stay(peoplePhrases.tooFew(group.least))
    case 'enough':
      return enough(flow, position, change.place, moment.now) ?? stay(peoplePhrases.tooFew(group.least))
    case 'add':
      return add(flow, position, group, change, moment.now) ?? stay(fullOf(flow, group))
  }
}

/** What is said where there is no room for one more. */
const fullOf = (flow: CompiledFlow, { places, most }: PeopleGroup): string =>
  flow.steps.get(stepOfPerson(places[0]?.asker ?? '', most + 1))?.say ?? ''

/** Undefined where too few would be left. */
function remove(flow: CompiledFlow, position: Position, place: Place, now: number): StepResult | undefined {
  const { group } = place
  const present = peopleOf(flow, position.context, group)
  if (present.includes(place) && present.length <= group.least) return undefined
  const name = nameOf(flow, position.context, place)
  const from = asToldFrom(flow, position, place.asker, beginOf(position, place))
  const result = advance(flow, without(flow, from, place), { type: 'PASS', now })
  const said = say(peoplePhrases.dropped(headingOf(place).toLowerCase(), name))
  return { ...result, effects: [...said, ...result.effects] }
}

/** Nobody more: who was begun without a name is given up. Undefined where there are too few. */
function enough(flow: CompiledFlow, position: Position, place: Place, now: number): StepResult | undefined {
  if (place.n <= place.group.least) return undefined
  const isBegun = peopleOf(flow, position.context, place.group).includes(place)
  if (isBegun && position.step === place.asker) return remove(flow, position, place, now)
  const left =
    position.step === place.asker
      ? position
      : without(flow, asToldFrom(flow, position, place.asker, beginOf(position, place)), place)
  const [next] = peopleOf(flow, left.context, place.group).slice(place.n - 1)
  if (next) return advance(flow, left, { type: 'PASS', now })
  const asker = flow.steps.get(place.asker)
  const done = asker ? choicesOf(asker)[1] : undefined
  return done && advance(flow, left, { type: `CHOICE.${done.key}`, label: done.label, now })
}

/** From the first place where nobody is. Undefined where there is no room. */
function add(
  flow: CompiledFlow,
  position: Position,
  group: PeopleGroup,
  { people, before }: Adding,
  now: number,
): StepResult | undefined {
  const { step, context } = position
  const here = flow.people.get(step)
  const present = peopleOf(flow, context, group)
  const current = here && (step !== here.asker || present.includes(here)) ? here : undefined
  const isUnnamed = current !== undefined && nameOf(flow, context, current) === undefined
  const from = isUnnamed ? current.n : current ? Math.max(present.length, current.n) + 1 : present.length + 1
  const places = group.places.slice(from - 1)
  if (current) return fillPeople(flow, position, { current, before, people }, places, now)
  const [first] = places
  if (!first) return undefined
  const at = here ? position : asToldFrom(flow, position, first.asker, beginOf(position, first))
  if (people.length > 0) return fillPeople(flow, at, { current, before, people }, places, now)
  const asker = flow.steps.get(first.asker)
  const more = asker ? choicesOf(asker)[0] : undefined
  return more && advance(flow, at, { type: `CHOICE.${more.key}`, label: more.label, now })
}
