import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('approve', 'accepted', 'done')
