import { isSame, partsOf } from './compare.ts'
import { falseDeed, objectionTo, type Seen } from './judge.ts'
import type { Lab, Said, State } from './lab.ts'
import { actsOf, listed, type Message } from './message.ts'
import { answerUntil, reach } from './reach.ts'
import { asksOf, flowOf, procedureWith, type Situation, situationOf } from './situations.ts'

/** `silent`: something false was done, or something forbidden happened. */
export interface Outcome {
  message: Message
  result: 'right' | 'wrong' | 'silent'
  why: string
  question: readonly Said[]
  replies: readonly Said[]
}

const NONSENSE = 'zxqv wkpf bzzt'

/** What is said in this situation anyway. */
export async function usualAt(lab: Lab, situation: Situation): Promise<Set<string>> {
  const citizen = lab.newCitizen()
  await reach(lab, citizen, situation)
  const before = lab.lastSaid(citizen)
  await lab.turn(citizen, NONSENSE)
  return new Set(partsOf([...before, ...lab.lastSaid(citizen)]))
}

/** Goes on to the end, and sees which of what was said is asked for as if it had not been. */
async function carryOn(lab: Lab, citizen: string, { accept }: Message): Promise<Seen['further']> {
  const said = accept.flatMap(({ remembers = {} }) => Object.entries(remembers))
  const asked = new Map<string, boolean>()
  const [wanted] = accept.flatMap(({ leadsTo }) => listed(leadsTo))
  if (wanted !== undefined && (await lab.stateOf(citizen)).flow !== flowOf(wanted))
    await lab.turn(citizen, { tap: `lam:${flowOf(wanted)}` })
  const note = (name: string, { flow, answers, proposed }: State) => {
    const ask = asksOf(procedureWith(flow) ?? '')[name]
    const expected = said.find(([one]) => one === name)?.[1]
    if (ask && expected !== undefined && !asked.has(name))
      asked.set(
        name,
        [answers[ask.key], ...proposed].some((one) => isSame(expected, one, ask)),
      )
    return name === 'review'
  }
  const { answers } = await answerUntil(lab, citizen, {}, note)
  return { asked, answers }
}

/** Brings a fresh citizen into the situation, says the message, and judges: what is said by the last reply, what is done by all. */
export async function tryMessage(lab: Lab, message: Message, usual: ReadonlySet<string>): Promise<Outcome> {
  const citizen = lab.newCitizen()
  await reach(lab, citizen, situationOf(message))
  const before = await lab.stateOf(citizen)
  const [consents, dossiers] = [await lab.consentsOf(citizen), await lab.dossiersOf(citizen)]
  const question = lab.lastSaid(citizen)
  const acts = actsOf(message)
  for (const act of acts.slice(0, -1)) await lab.turn(citizen, act)
  const heard = lab.heard(citizen).length
  await lab.turn(citizen, acts.at(-1) ?? '')
  const said = lab.heard(citizen).slice(heard)
  const after = await lab.stateOf(citizen)
  const seen: Seen = {
    ...{ before, after, said },
    typed: acts.filter((act) => typeof act === 'string'),
    usual: new Set([...usual, ...partsOf(question)]),
    consents: (await lab.consentsOf(citizen)) - consents + (after.agreedToCard && !before.agreedToCard ? 1 : 0),
    dossiers: (await lab.dossiersOf(citizen)) - dossiers,
  }
  const { accept, forbid = [] } = message
  const isAllButRemembered = accept.some(
    ({ remembers, ...rest }) => remembers && objectionTo(rest, lab, seen) === undefined,
  )
  // A way on that has no end is a message that was not remembered.
  if (isAllButRemembered) Object.assign(seen, { further: await carryOn(lab, citizen, message).catch(() => undefined) })
  return { message, ...verdictOn(lab, seen, { accept, forbid, message }), question, replies: said }
}

function verdictOn(
  lab: Lab,
  seen: Seen,
  { accept, forbid, message }: Required<Pick<Message, 'accept' | 'forbid'>> & { message: Message },
): Pick<Outcome, 'result' | 'why'> {
  const objections = accept.map((one) => objectionTo(one, lab, seen))
  const forbidden = forbid.find((one) => objectionTo(one, lab, seen) === undefined)
  if (forbidden) return { result: 'silent', why: `forbidden: ${JSON.stringify(forbidden)}` }
  if (objections.includes(undefined)) return { result: 'right', why: '' }
  const isForgotten = objections.includes('remembers')
  // Rightly understood and asked for once more is a nuisance, and nothing false.
  const deed = message.soft || isForgotten ? undefined : falseDeed(lab, seen, message)
  if (deed !== undefined) return { result: 'silent', why: deed }
  const again = [...(seen.further?.asked ?? [])].flatMap(([name, isAtHand]) => (isAtHand ? [] : [name]))
  const asked = isForgotten ? ` (asked again: ${again.join(', ')})` : ''
  return { result: 'wrong', why: `not: ${[...new Set(objections)].join(' | ')}${asked}` }
}
