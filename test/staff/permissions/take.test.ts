import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('take', 'accepted', 'accepted')
