import type { ActByProgram } from '../casework/act-by-program.ts'
import { createReIssue } from '../casework/re-issue.ts'
import { createReIssueLost, type ReIssueLost } from '../casework/re-issue-lost.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { randomPermitId } from '../permits/grant/grant.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createKeyStore } from '../storage/permit-keys.ts'
import { createReIssues } from '../storage/re-issue.ts'

interface ReIssueParts {
  engine: Engine
  act: ActByProgram
  keys: KeyRing
  permitName: (kind: string) => string
  now: Clock
  log: Log
}

/** Permits under a lost key, made anew by an administrator. */
export function openReIssue({ engine, act, keys, permitName, now, log }: ReIssueParts): ReIssueLost {
  const permits = createReIssues(engine)
  const { run } = createReIssue({ permits, act, keys, makePermitId: randomPermitId, permitName, now })
  return createReIssueLost({ store: createKeyStore(engine), permits, run, keys, now, log })
}
