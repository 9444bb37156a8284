import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('reopen', 'done', 'processing')
