import type { Step } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import type { FlowContext } from '../words/session.ts'

/** What was read back still waits for a yes, whatever was said in between. */
export const stillProposed = ({ expect }: Step, { proposal }: FlowContext): Pick<FlowContext, 'proposal'> =>
  expect === 'text' && proposal ? { proposal } : {}

/** Help comes with the second failure in a row, a person with the third. */
export function refusalOf(because: string, { failures, proposal }: FlowContext, contact: string | undefined): string {
  const help = failures < 2 ? undefined : failures === 2 ? phrases.offerHelp : (contact ?? phrases.fallbackContact)
  const meant = proposal && phrases.stillMeant(proposal.shown)
  return [because, help, meant].filter((it) => it !== undefined).join('\n\n')
}
