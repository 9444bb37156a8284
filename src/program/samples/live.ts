import type { DecidedHow } from '../../casework/load-standing.ts'
import { type NamePorts, namesFor } from '../../casework/names.ts'
import type { WordsOf } from '../../casework/words-of.ts'
import type { Act, Circumstances, OfficerAct, Other, Standing } from '../../dossiers/acts/act.ts'
import { file, type Filing } from '../../dossiers/acts/file.ts'
import { apply } from '../../dossiers/apply.ts'
import { afterChange, type DossierChange } from '../../dossiers/change.ts'
import { adviserFor, type Doer, may } from '../../dossiers/may.ts'
import { isFinished } from '../../dossiers/status.ts'
import { TAKE_BACK_WITHIN } from '../../dossiers/take-back.ts'
import { Fault } from '../../kernel/fault.ts'
import type { Desks } from './desks.ts'
import { createDice } from './dice.ts'
import { deskAct } from './desk-acts.ts'
import type { Step, Story } from './stories.ts'
import { timeOf } from './times.ts'
import { CITIZEN_WORDS } from './words.ts'

/** A dossier and what becomes of it. */
export interface Life {
  filing: Omit<Filing, 'code'>
  filedAt: number
  story: Story
  /** Nothing that comes later than this has happened. */
  until: number
  seed: number
}

export interface LifePorts {
  wordsOf: WordsOf
  names: NamePorts
  decidedHow: DecidedHow
  agencyNow: (code: string) => Other | undefined
  desks: Desks
}

/**
 * Everything that has happened to a dossier until now, each act judged by the same rules as a person's. The same life and code
 * lead to the same changes.
 * @throws when a story asks for what may not be done: it is ours to mend.
 */
export function live({ filing, filedAt, story, until, seed }: Life, code: string, ports: LifePorts): DossierChange[] {
  const dice = createDice(seed, 3)
  const filed: DossierChange = {
    ...file({ ...filing, code }, filedAt),
    foundBy: ports.wordsOf({ ...filing, code }),
  }
  const changes = [filed]
  let standing: Standing = {
    ...{ dossier: { ...filing, ...filed.row, code, revision: 1 }, history: filed.actions },
    ...ports.decidedHow(filing),
  }
  for (const step of story.steps) {
    const since = standing.history.at(-1)?.at ?? filedAt
    const at = timeOf(step, standing.dossier, since, dice)
    // An answer ends it early; over a weekend a decision becomes too old to be taken back.
    if (
      at > until ||
      isFinished(standing.dossier.status) ||
      (step.does === 'take back' && at >= since + TAKE_BACK_WITHIN)
    )
      break
    const change = judge(step, standing, at)
    changes.push(change)
    standing = afterChange(standing, change)
  }
  return changes

  function judge(step: Step, now: Standing, at: number): DossierChange {
    const citizen = { by: { type: 'citizen' }, at } as const
    if (step.does === 'answer')
      return done(now, { type: 'supplement', reply: dice.pick(CITIZEN_WORDS.answers), attachments: [] }, citizen)
    if (step.does === 'withdraw')
      return done(now, { type: 'withdraw', because: dice.pick(CITIZEN_WORDS.withdrawals) }, citizen)
    const { doer, act } = deskAct(step.does, now, at, dice, ports.desks)
    const allowed = may(doer, act.type, now)
    if (!allowed.may) throw new Fault(`sample "${story.name}": ${allowed.because}`, { retry: false })
    const by = { type: 'staff', id: doer.id, name: doer.name } as const
    return done(now, act, { by, at, ...ledTo(now, act, doer) })
  }

  function done(
    now: Standing,
    act: Act,
    who: Pick<Circumstances, 'by' | 'at'> & Partial<Circumstances>,
  ): DossierChange {
    const applied = apply(now, act, { ...namesFor(now.dossier, ports.names, who.at), ...who })
    if (applied.outcome === 'changed') return applied.change
    throw new Fault(`sample "${story.name}": ${applied.because}`, { retry: false })
  }

  function ledTo(now: Standing, act: OfficerAct, doer: Doer): Partial<Circumstances> {
    if (act.type === 'assign') return { colleagues: ports.desks.at(now.dossier.holder) }
    if (act.type === 'hand-over' || act.type === 'consult') {
      const other = ports.agencyNow(act.to)
      return other ? { other } : {}
    }
    const advisesFor = act.type === 'advise' ? adviserFor(doer, now) : undefined
    return advisesFor === undefined ? {} : { advisesFor }
  }
}
