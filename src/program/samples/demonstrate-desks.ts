import { randomBytes } from 'node:crypto'
import type { Other } from '../../dossiers/acts/act.ts'
import type { Clock } from '../../kernel/clock.ts'
import { randomId } from '../../kernel/ids.ts'
import type { PermitKinds } from '../../permits/grant/kinds.ts'
import type { Catalogue } from '../../procedures/catalogue.ts'
import { readFlowFolders } from '../../procedures/read-folder.ts'
import type { StaffAccounts } from '../../staff/accounts/accounts.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { openDesks } from './demonstration-desks.ts'
import { DEMONSTRATION_FLOWS, planScenes } from './demonstration-dossiers.ts'
import { toDesks } from './desks.ts'
import { playExamples } from './examples.ts'
import { openSamples } from './open-samples.ts'

interface DeskParts {
  engine: Engine
  accounts: Pick<StaffAccounts, 'add'>
  flows: Catalogue
  kinds: Pick<PermitKinds, 'find'>
  agencyName: (code: string) => string
  agencyNow: (code: string) => Other | undefined
  flowsFolder: string
  now: Clock
}

/** Two desks with people and three weeks of work on them, for a first look. Answers what to print, a line each. */
export async function demonstrateDesks({ engine, accounts, flowsFolder, now, ...parts }: DeskParts): Promise<string[]> {
  const desks = await openDesks(accounts, randomBytes(9).toString('base64url'), randomId)
  const folders = readFlowFolders(flowsFolder).filter(({ flow }) => DEMONSTRATION_FLOWS.has(flow))
  const lives = planScenes(playExamples(folders, parts.flows, 1), parts.flows, now())
  const samples = openSamples({ engine, ...parts, desks: toDesks(desks.people, desks.agencies) })
  await samples.add(lives)
  return [...desks.lines, `${lives.length} sample dossiers lie there; npm run samples-remove takes them away.`]
}
