import { openLab } from './lab.ts'
import { actsOf, type Message, movesTheClock } from './message.ts'
import { type Situation, situationOf, slipIn } from './situations.ts'
import { type Outcome, tryMessage, usualAt } from './try-message.ts'

/** Citizens who are under way at a time. */
const AT_ONCE = 60

/** What keeps these messages from being played at all: places, choices and procedures that do not exist. */
export const slipsIn = (messages: readonly Message[]): string[] => messages.flatMap((message) => slipIn(message) ?? [])

/** Says each message to a program of its own database, as a citizen of its own who was brought to its place before. */
export async function playCorpus(messages: readonly Message[]): Promise<Outcome[]> {
  const lab = await openLab()
  const nameOf = (situation: Situation) => JSON.stringify(situation)
  const places = new Map(messages.map(situationOf).map((situation) => [nameOf(situation), situation]))
  const usual = new Map<string, Set<string>>()
  const outcomes = new Map<string, Outcome>()

  const judge = async (message: Message): Promise<void> => {
    const known = usual.get(nameOf(situationOf(message))) ?? new Set()
    const outcome = await tryMessage(lab, message, known).catch((cause: unknown): Outcome => ({
      ...{ message, result: 'wrong', question: [], replies: [] },
      why: `could not be tried: ${cause instanceof Error ? cause.message : 'unknown'}`,
    }))
    outcomes.set(message.id, outcome)
  }
  const isAlone = (message: Message) => movesTheClock([...(situationOf(message).then ?? []), ...actsOf(message)])

  await lab.together(
    [...places].filter(([, { then = [] }]) => !movesTheClock(then)),
    AT_ONCE,
    async ([name, situation]) => {
      // Whoever cannot be brought there is told of with the messages themselves.
      usual.set(name, await usualAt(lab, situation).catch(() => new Set<string>()))
    },
  )
  await lab.together(
    messages.filter((message) => !isAlone(message)),
    AT_ONCE,
    judge,
  )
  await lab.together(messages.filter(isAlone), 1, async (message) => {
    await judge(message)
    lab.resetClock()
  })
  await lab.close()
  return messages.map(({ id }) => outcomes.get(id)).filter((outcome) => outcome !== undefined)
}
