import { DAY } from '../../kernel/clock.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import type { Effect, Session } from '../words/session.ts'
import type { Turned } from './turned.ts'

/** Longer ago, "chừng nào có" is rather about something new. */
const REMEMBERED_FOR = 30 * DAY

export const isFiling = (effect: Effect): effect is Extract<Effect, { type: 'file' }> => effect.type === 'file'

/** What was just filed is what the next questions are about. */
export function rememberFiled(turned: Turned, now: number): Turned {
  const filed = turned.effects.find(isFiling)
  if (!filed) return turned
  return { ...turned, session: { ...turned.session, filed: { flow: filed.flow, version: filed.version, at: now } } }
}

/** The procedure that was filed last, while it is fresh. */
export function filedFlow({ filed }: Session, { flows, now }: World): CompiledFlow | undefined {
  if (!filed || now - filed.at > REMEMBERED_FOR) return undefined
  return flows.pinned(filed.flow, filed.version) ?? flows.current(filed.flow)
}
