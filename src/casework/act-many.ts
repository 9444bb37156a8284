import { barTo } from '../dossiers/apply.ts'
import type { OfficerAct, Standing } from '../dossiers/acts/act.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import { type Doer, may, maySee } from '../dossiers/may.ts'
import { onlyProgramSince } from '../dossiers/only-program-since.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ActOutcome, ActRequest, PreviewOutcome } from './act-by-officer.ts'
import { CHANGED, eachAlone, type Outcome, reasonOf, type Ticked, UNKNOWN } from './each-alone.ts'
import { type DecidedHow, loadStanding, type StandingPorts } from './load-standing.ts'

/** Whether an act could be done to what was ticked, before anything is done. */
export type Weighed =
  { can: true; dossier: Dossier } | ({ can: false; because: string } & Pick<Outcome, 'dossier' | 'code'>)

interface ActManyPorts {
  dossiers: StandingPorts
  decidedHow: DecidedHow
  act: (request: ActRequest) => Promise<ActOutcome>
  preview: (request: ActRequest) => Promise<PreviewOutcome>
  now: Clock
}

/** The same act on several dossiers: each is an act of its own, and pressing twice does nothing twice. */
export function createActMany({ dossiers, decidedHow, act, preview, now }: ActManyPorts) {
  const weigh = async ({ dossier: id, revision }: Ticked, type: OfficerAct['type'], doer: Doer): Promise<Weighed> => {
    const standing = await loadStanding(dossiers, id, decidedHow)
    if (!standing || !isSeen(standing, doer)) return { can: false, dossier: id, because: UNKNOWN }
    const { dossier, history } = standing
    const allowed = may(doer, type, standing)
    const behind = dossier.revision - revision
    const because = !allowed.may
      ? allowed.because
      : behind !== 0 && !onlyProgramSince(history, behind)
        ? CHANGED
        : barTo(standing, type, now(), { type: 'staff', ...doer })
    return because === undefined ? { can: true, dossier } : { can: false, dossier: id, code: dossier.code, because }
  }

  const codeOf = async (id: Ticked['dossier'], doer: Doer): Promise<Pick<Outcome, 'code'>> => {
    const standing = await loadStanding(dossiers, id)
    return standing && isSeen(standing, doer) ? { code: standing.dossier.code } : {}
  }

  return {
    weigh: (ticked: readonly Ticked[], type: OfficerAct['type'], doer: Doer): Promise<Weighed[]> =>
      Promise.all(ticked.map((one) => weigh(one, type, doer))),

    /** What is wrong with the act itself: said of every dossier it could be done to. Nothing is written. */
    objection: async (ticked: readonly Ticked[], wanted: OfficerAct, doer: Doer): Promise<string | undefined> => {
      const foreseen = await Promise.all(ticked.map((one) => preview({ ...one, act: wanted, doer })))
      const refused = foreseen.flatMap((one) => (one.outcome === 'refused' ? [one.because] : []))
      return refused.length === ticked.length ? refused[0] : undefined
    },

    act: (ticked: readonly Ticked[], wanted: OfficerAct, doer: Doer): Promise<Outcome[]> =>
      eachAlone(ticked, async (one) => {
        const outcome = await act({ ...one, act: wanted, doer })
        const named = { dossier: one.dossier, ...(await codeOf(one.dossier, doer)) }
        return outcome.outcome === 'done'
          ? { ...named, outcome: 'done' }
          : { ...named, outcome: 'not', because: reasonOf(outcome) }
      }),
  }
}

const isSeen = ({ dossier, history }: Standing, doer: Doer): boolean => maySee(doer, dossier, history)
