import { fold, tidy } from '../../kernel/text.ts'
import { isFreeStep } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import type { PeopleGroup, Place } from '../flow/people.ts'
import { asksBack } from '../words/asks-back.ts'
import { keyFor, readPayload, STEP_KEYS } from '../words/payload.ts'
import { peoplePhrases } from '../words/people-phrases.ts'
import { addedIn, personNumbered, removedIn, saysEnough } from '../words/people-words.ts'
import { isSkip } from '../words/read-reply.ts'
import type { Position } from '../words/session.ts'
import { groupAt, listed, nameOf, peopleMeant, peopleOf, questionsAt } from './people-present.ts'
import { kindsIn, peopleSaid, type SaidPerson } from './people-said.ts'

/** What a message changes of who is spoken of. */
export type PeopleChange =
  | { what: 'remove'; place: Place }
  /** Nobody is to be added; `place` is the one that would be asked about. */
  | { what: 'enough'; place: Place }
  /** `before`: what is said of whoever is asked about now. */
  | { what: 'add'; people: readonly SaidPerson[]; before: readonly string[] }
  /** It would change somebody, but not whom, or not so. */
  | { what: 'told'; text: string }

/** Undefined where a message is for the question itself. */
export function readPeople(flow: CompiledFlow, position: Position, typed: string): PeopleChange | undefined {
  const group = groupAt(flow, position)
  if (!group) return undefined
  const text = tidy(typed)
  const place = flow.people.get(position.step)
  const payload = readPayload(text)
  if (payload) {
    const key = keyFor(position.step, payload)
    if (key === STEP_KEYS.dropPerson && place) return { what: 'remove', place }
    const asker = flow.steps.get(position.step)
    const isDone = asker?.expect === 'choice' && asker.choices[1]?.key === key && place?.asker === position.step
    if (place && isDone && peopleOf(flow, position.context, group).includes(place)) return { what: 'enough', place }
    return key === STEP_KEYS.addPerson ? { what: 'add', people: [], before: [] } : undefined
  }
  if (text.length > LONGEST || (!place && isFreeStep(flow.steps.get(position.step)))) return undefined
  const removal = readRemoval(flow, position, group, text)
  if (removal || position.context.proposal || position.context.correcting) return removal
  if (!place) return readLater(flow, position, group, text)
  return place.asker === position.step ? readAtAsker(flow, group, place, text) : readAmong(flow, position, place, text)
}

/** Ten people with all that is asked about them. */
const LONGEST = 1_000

function readRemoval(
  flow: CompiledFlow,
  position: Position,
  group: PeopleGroup,
  text: string,
): PeopleChange | undefined {
  const removed = removedIn(text)
  if (!removed) return undefined
  const present = peopleOf(flow, position.context, group)
  const [one, ...others] = peopleMeant(flow, position, removed.whom)
  if (one && others.length === 0)
    return removed.isSure
      ? { what: 'remove', place: one }
      : { what: 'told', text: peoplePhrases.reallyDrop(one.n, nameOf(flow, position.context, one)) }
  const isOfPeople = one !== undefined || /(?:^| )(?:nguoi|dua|ai)(?: |$)/.test(removed.whom)
  if (!removed.isSure || !isOfPeople) return undefined
  if (present.length === 0 || personNumbered(removed.whom, present.length) !== undefined)
    return { what: 'told', text: peoplePhrases.nobody(present.length) }
  return { what: 'told', text: peoplePhrases.whichOne(listed(flow, position.context, group)) }
}

const saidIn = (flow: CompiledFlow, group: PeopleGroup, text: string) => {
  const [first] = group.places
  return peopleSaid(text, first ? kindsIn(questionsAt(flow, first).map(({ step }) => step)) : [])
}

const DENYING = /(?:^| )(?:khong|ko|k|hong|hem|chua|khoi|chang|dung|thoi)(?: |$)/
const AMENDING = /(?:^| )(?:sai|lon|nham|sua|doi|moi dung|chu khong|phai la)(?: |$)/

/** Somebody with a name; without one no word may deny them. */
const areTold = (people: readonly SaidPerson[], text: string): boolean =>
  people.length > 0 && (people.some(({ name }) => name !== undefined) || !DENYING.test(fold(text)))

/** Who names somebody asks only with the mark of a question. */
const isAsking = (people: readonly SaidPerson[], text: string): boolean =>
  people.some(({ name }) => name !== undefined) ? text.includes('?') : asksBack(text)

/** At "one more?". */
function readAtAsker(flow: CompiledFlow, group: PeopleGroup, place: Place, text: string): PeopleChange | undefined {
  if (saysEnough(text) || isSkip(text)) return { what: 'enough', place }
  const { people, before } = saidIn(flow, group, text)
  if (isAsking(people, text) || AMENDING.test(fold(text))) return undefined
  if (areTold(people, text)) return { what: 'add', people, before }
  return addedIn(text) && !DENYING.test(fold(text)) ? { what: 'add', people: [], before: [] } : undefined
}

/** At a question about somebody: nobody's answer is taken for another's. */
function readAmong(
  flow: CompiledFlow,
  { step, context }: Position,
  place: Place,
  text: string,
): PeopleChange | undefined {
  const name = nameOf(flow, context, place)
  if (name === undefined && saysEnough(text)) return { what: 'enough', place }
  const { people, before } = saidIn(flow, place.group, text)
  if (isAsking(people, text) || AMENDING.test(fold(text))) return undefined
  if (name === undefined)
    return people.length > 1 || (people[0]?.name !== undefined && people[0].kin !== undefined)
      ? { what: 'add', people, before: [] }
      : undefined
  if (step === place.members[0] || !people.some((it) => it.name !== undefined)) return undefined
  const [first, ...others] = people
  const isSame = first?.name !== undefined && fold(first.name) === fold(name)
  if (!isSame || !first) return { what: 'add', people, before }
  return {
    what: 'add',
    people: others,
    before: [...before, ...first.rest, ...(first.kin === undefined ? [] : [first.kin])],
  }
}

/** At a later question, or the review: only who says that somebody is to be added adds them. */
function readLater(flow: CompiledFlow, position: Position, group: PeopleGroup, text: string): PeopleChange | undefined {
  const added = addedIn(text)
  const isReview = flow.steps.get(position.step)?.expect === 'review'
  if (!added || asksBack(text)) return undefined
  const { people, before } = saidIn(flow, group, text)
  const isMeant = isReview ? added.somebody || people.length > 0 : people.some(({ name }) => name !== undefined)
  return isMeant ? { what: 'add', people, before } : undefined
}
