import type { Flows } from '../../conversation/flow/compiled-flow.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Publishing } from '../../procedures/publishing.ts'

/** What the pages about procedures stand on. */
export interface ProcedurePorts {
  publishing: Publishing
  /** What is in force, for playing a draft among it. */
  flows: Flows
  now: Clock
}
