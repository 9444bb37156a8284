import type { Flows } from '../conversation/flow/compiled-flow.ts'
import type { Effect } from '../conversation/words/session.ts'
import { agencyOfArea, provincialCentre } from '../dossiers/agencies.ts'

/** The agency that receives a filing: named by the flow, or the commune that the citizen chose in it. */
export function agencyOf(flows: Flows, filing: Extract<Effect, { type: 'file' }>): string {
  const agency = flows.pinned(filing.flow, filing.version)?.agency
  if (agency !== 'choose') return agency ?? provincialCentre
  const chosen = filing.answers.find((answer) => answer.key === 'agency')
  return agencyOfArea(Number(chosen?.value))
}

/** Whether the flow keeps a filing for leaders alone: what was answered says so. */
export function isReserved(flows: Flows, filing: Extract<Effect, { type: 'file' }>): boolean {
  const reserved = flows.pinned(filing.flow, filing.version)?.reserved
  if (!reserved) return false
  const given = filing.answers.find(({ key }) => key === reserved.answer)?.value
  return given !== undefined && (reserved.is === undefined ? given !== reserved.isNot : given === reserved.is)
}
