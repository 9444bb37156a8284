import { HOUR } from '../../kernel/clock.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { Standing } from '../acts/act.ts'
import type { ActionType, Dossier, DossierAction } from '../dossier.ts'
import { isForDesk } from '../status.ts'
import { decisionsOf } from '../take-back.ts'
import { clockStart } from './clock-start.ts'
import { dueOf, type Moment, type TermAt } from './due.ts'
import { addWork } from './work-time.ts'

/** Within so much work a desk accepts what came, asks, or declines it (NĐ 45/2020; domain §3.1). */
const ANSWERED_WITHIN = 8 * HOUR

/** When the desk's first word about what came at `at` is due. */
export const answerDue = (agency: string, at: number): number => addWork(workCalendarFor(agency), at, ANSWERED_WITHIN)

/** When the next word of the desk is due once `made` is done; undefined while no clock runs. */
export function dueAfter({ dossier, history }: Standing, made: DossierAction, termAt?: TermAt): number | undefined {
  const actions = [...history, made]
  switch (made.type) {
    case 'apologised':
      return made.move?.promised
    case 'handed over':
      return made.move?.begins ? counted(made, actions, dossier, termAt) : (dossier.dueAt ?? undefined)
    case 'forwarded':
      // Where the clock runs, saying that work goes on changes nothing.
      if (dossier.dueAt !== null) return dossier.dueAt
      return counted(made, actions, dossier, termAt)
    case 'clock begun':
    case 'accepted':
    case 'supplement asked':
    case 'time proposed':
    case 'supplemented':
    case 'paused':
    case 'term lengthened':
    case 'reopened':
      return counted(made, actions, dossier, termAt)
    case 'taken back':
      return dueBefore(history)
    default:
      return dossier.dueAt ?? undefined
  }
}

function counted(
  made: DossierAction,
  actions: readonly DossierAction[],
  { agency }: Pick<Dossier, 'agency'>,
  termAt?: TermAt,
): number | undefined {
  const start = clockStart(actions)
  if (start === undefined) return made.type === 'supplemented' ? answerDue(agency, made.at) : undefined
  if (start === 'not yet') return undefined
  const term = termAt?.(start.at)
  const counting = actions.slice(0, actions.indexOf(start) + 1).findLast(({ move }) => move?.holder !== undefined)
  return term && dueOf(term, workCalendarFor(counting?.move?.holder ?? agency), momentsOf(actions, start))
}

/** What moved the clock since it began: what came while work was stopped begins standing still. */
function momentsOf(actions: readonly DossierAction[], start: DossierAction): Moment[] {
  const { takenBack } = decisionsOf(actions)
  const since = actions.slice(actions.indexOf(start)).filter((action) => !takenBack.has(action))
  const { at } = start
  return [
    { type: 'start', at },
    ...(isForDesk(start.status) ? [] : [{ type: 'hold', at } as const]),
    ...since.flatMap((action, i) => momentOf(action, since.slice(i + 1))),
  ]
}

function momentOf({ type, at, move }: DossierAction, later: readonly DossierAction[]): Moment[] {
  switch (type) {
    case 'supplement asked':
    case 'time proposed':
      // Where the desk did not wait for the answer, what was left goes on, and nothing begins anew.
      return [{ type: later.find((it) => GOES_ON.has(it.type))?.type === 'forwarded' ? 'hold' : 'pause', at }]
    case 'paused':
      return [{ type: 'hold', at }]
    case 'approved':
    case 'refused':
    case 'found duplicate':
      // Nobody had anything to do until the result was found to be wrong.
      return later.some((it) => it.type === 'reopened') ? [{ type: 'hold', at }] : []
    case 'supplemented':
    case 'forwarded':
    case 'reopened':
      return [{ type: 'resume', at }]
    case 'apologised':
      return move?.promised === undefined ? [] : [{ type: 'promise', at, until: move.promised }]
    case 'term lengthened':
      return move?.longer === undefined ? [] : [{ type: 'longer', at, which: move.longer }]
    default:
      return []
  }
}

/** What follows a question. */
const GOES_ON: ReadonlySet<ActionType> = new Set(['supplemented', 'forwarded', 'supplement asked'])

/** As it was before the decision that is being taken back. */
function dueBefore(history: readonly DossierAction[]): number | undefined {
  const undone = decisionsOf(history).standing.at(-1)?.action
  const before = undone && history[history.indexOf(undone) - 1]
  return before?.dueAt
}
