import type { OfficerAct, Standing } from '../../dossiers/acts/act.ts'
import { openOpinions } from '../../dossiers/acts/consult.ts'
import { provincialCentre } from '../../dossiers/agencies.ts'
import type { Doer } from '../../dossiers/may.ts'
import type { Role } from '../../dossiers/postings.ts'
import { DAY, toVietnamDay } from '../../kernel/clock.ts'
import type { Desks } from './desks.ts'
import type { Dice } from './dice.ts'
import type { DeskStep } from './stories.ts'
import { DESK_WORDS } from './words.ts'

/** Why something is asked for a second time. */
const AGAIN = 'Phần vừa gửi cho thấy còn thiếu giấy khác.'

const asked = (dice: Dice): OfficerAct => ({
  type: 'ask',
  question: dice.pick(DESK_WORDS.questions),
  again: AGAIN,
})

/** Who does it and what exactly, where the dossier stands. */
export function deskAct(
  step: DeskStep,
  standing: Standing,
  at: number,
  dice: Dice,
  desks: Desks,
): { doer: Doer; act: OfficerAct } {
  const { holder, handler, isReserved } = standing.dossier
  const someone = (role: Role, agency = holder) => desks.someone(dice, isReserved ? 'leader' : role, agency)
  /** Whoever works on it goes on with it, if they still sit there. */
  const handlerOr = (role: Role) => desks.at(holder).find(({ id }) => id === handler) ?? someone(role)
  const decider = () =>
    standing.approval === 'leader' || dice.chance(0.3) ? someone('leader') : handlerOr('specialist')
  switch (step) {
    case 'accept':
      return { doer: someone('reception'), act: { type: 'accept' } }
    case 'decline':
      return { doer: someone('reception'), act: { type: 'decline', reason: dice.pick(DESK_WORDS.declines) } }
    case 'ask at reception':
      return { doer: someone('reception'), act: asked(dice) }
    case 'take':
      return { doer: someone('specialist'), act: { type: 'take' } }
    case 'assign':
      return {
        doer: someone('leader'),
        act: { type: 'assign', to: someone('specialist').id, note: dice.pick(DESK_WORDS.assignments) },
      }
    case 'forward':
      return { doer: someone('specialist'), act: { type: 'forward' } }
    case 'ask':
      return { doer: handlerOr('specialist'), act: asked(dice) }
    case 'hand over':
      return {
        doer: handlerOr('reception'),
        act: { type: 'hand-over', to: other(), days: dice.between(0, 3), note: dice.pick(DESK_WORDS.handed) },
      }
    case 'ask an agency':
    case 'ask a leader': {
      const to = step === 'ask a leader' ? holder : other()
      return {
        doer: handlerOr('specialist'),
        act: { type: 'consult', to, question: dice.pick(DESK_WORDS.consults) },
      }
    }
    case 'advise': {
      const asked = [...openOpinions(standing.history).keys()][0] ?? holder
      const role = asked === holder ? 'leader' : 'specialist'
      return { doer: someone(role, asked), act: { type: 'advise', reason: dice.pick(DESK_WORDS.opinions) } }
    }
    case 'put aside': {
      const until = toVietnamDay(at + dice.between(1, 5) * DAY)
      return {
        doer: handlerOr('specialist'),
        act: { type: 'put-aside', until, note: dice.pick(DESK_WORDS.asides) },
      }
    }
    case 'approve':
      // What was a question is answered.
      return standing.asking === undefined
        ? { doer: decider(), act: { type: 'approve' } }
        : { doer: decider(), act: { type: 'answer', text: dice.pick(DESK_WORDS.replies), files: [] } }
    case 'refuse':
      return { doer: decider(), act: { type: 'refuse', reason: dice.pick(DESK_WORDS.refusals) } }
    case 'take back':
      return { doer: someone('leader'), act: { type: 'take-back', reason: dice.pick(DESK_WORDS.undone) } }
    case 'return':
      return { doer: someone('reception'), act: { type: 'return' } }
  }

  /** A commune works with the centre, the centre with any of them. */
  function other(): string {
    if (holder !== provincialCentre) return provincialCentre
    return dice.pick(desks.codes.filter((code) => code !== holder))
  }
}
