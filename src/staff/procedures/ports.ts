import type { FastifyRequest } from 'fastify'
import type { Flows } from '../../conversation/flow/compiled-flow.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { ElsewhereDesk } from '../../procedures/elsewhere/desk.ts'
import type { UnheardWords } from '../../procedures/ports.ts'
import type { Publishing } from '../../procedures/publishing.ts'
import type { StaffSession } from '../accounts/accounts.ts'

/** What the pages about procedures stand on. */
export interface ProcedurePorts {
  publishing: Publishing
  /** What is done elsewhere. */
  elsewhere: ElsewhereDesk
  /** What nobody understood, for clerks. */
  unheard: UnheardWords
  /** What is in force, for playing a draft among it. */
  flows: Flows
  now: Clock
}

export type ProcedureRoutesPorts = ProcedurePorts & { staffOf: (request: FastifyRequest) => StaffSession | undefined }
