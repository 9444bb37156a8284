import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('revoke', 'done', 'done')
