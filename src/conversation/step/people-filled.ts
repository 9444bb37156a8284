import { shorten } from '../../kernel/text.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, choicesOf } from '../flow/flow-format.ts'
import type { Place } from '../flow/people.ts'
import { peoplePhrases } from '../words/people-phrases.ts'
import { readExactChoice } from '../words/read-choice.ts'
import type { Answer, Doubt, Effect, Position } from '../words/session.ts'
import { takeTogether, type StepResult } from './advance.ts'
import { say } from './ask.ts'
import type { SaidPerson } from './people-said.ts'
import { peopleOf, questionsAt } from './people-present.ts'
import { spendTogether } from './spend-together.ts'

/** What the machine is told of some people at once. */
interface Filled {
  answers: Record<string, Answer>
  told: string[]
  doubts: Record<string, Doubt>
  left: string[]
}

/** What is said of one person, each part at the question that takes it; what is answered already stays. */
function fillOne(
  flow: CompiledFlow,
  position: Position,
  place: Place,
  { name, kin, rest }: SaidPerson,
  now: number,
): Filled {
  const { answers } = position.context
  // Of somebody given up before nothing is left.
  const isThere = peopleOf(flow, position.context, place.group).includes(place)
  const open = questionsAt(flow, place).filter((it) => !isThere || answers[it.name] === undefined)
  const filled: Filled = { answers: {}, told: [], doubts: {}, left: [] }
  const of = open.find(({ step }) => kin !== undefined && readExactChoice(choicesOf(step), kin).found === 'one')
  const reading = of && kin !== undefined ? readExactChoice(choicesOf(of.step), kin) : undefined
  if (of && reading?.found === 'one') {
    filled.answers[of.name] = { value: reading.option.key, shown: reading.option.label }
    filled.told.push(of.id)
  }
  const parts = [...(name === undefined ? [] : [name]), ...rest]
  const spent = spendTogether(
    open.filter((it) => it !== of),
    parts.join(', '),
    { now, answers },
  )
  return {
    answers: { ...filled.answers, ...spent.answers },
    told: [...filled.told, ...spent.told],
    doubts: spent.doubts,
    left: spent.left === '' ? [] : [spent.left],
  }
}

const NOTHING = { answers: {}, told: [] } as const

/** The yes before a person, where one is asked at all. */
function wanted(flow: CompiledFlow, { asker }: Place): Pick<Filled, 'answers' | 'told'> {
  const step = flow.steps.get(asker)
  const [more] = step ? choicesOf(step) : []
  if (!step || !more) return { answers: {}, told: [] }
  return { answers: { [answerNameOf(asker, step)]: { value: more.key, shown: more.label } }, told: [asker] }
}

/**
 * Several people told in one message, from one place on; `before` is of whoever is asked about now. Of those for whom there is no
 * room, and of words that nothing takes, it is said that they are not kept.
 */
export function fillPeople(
  flow: CompiledFlow,
  position: Position,
  said: { current: Place | undefined; before: readonly string[]; people: readonly SaidPerson[] },
  places: readonly Place[],
  now: number,
): StepResult {
  const { current, before, people } = said
  const begun = current
    ? [
        ...(position.step === current.asker ? [wanted(flow, current)] : []),
        ...(before.length > 0 ? [fillOne(flow, position, current, { rest: [...before] }, now)] : []),
      ]
    : []
  const filled = people.flatMap((person, i) => {
    const place = places[i]
    return place ? [place === current ? NOTHING : wanted(flow, place), fillOne(flow, position, place, person, now)] : []
  })
  const all = [...begun, ...filled]
  const left = all.flatMap((it) => ('left' in it ? it.left : []))
  const lost = people.slice(places.length).map(({ name, kin, rest }) => name ?? kin ?? rest.join(', '))
  const result = takeTogether(
    flow,
    position,
    {
      outcome: 'together',
      answers: Object.assign({}, ...all.map(({ answers }) => answers)) as Record<string, Answer>,
      told: all.flatMap(({ told }) => told),
      doubts: Object.assign({}, ...all.map((it) => ('doubts' in it ? it.doubts : {}))) as Record<string, Doubt>,
      left: '',
    },
    now,
  )
  const notes: Effect[] = [
    ...(left.length > 0 ? say(peoplePhrases.notTaken(shorten(left.join(', '), 120))) : []),
    ...(lost.length > 0 ? say(peoplePhrases.tooMany(lost.map((it) => shorten(it, 60)).slice(0, 20))) : []),
  ]
  return { ...result, effects: [...notes, ...result.effects] }
}
