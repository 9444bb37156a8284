import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('assign', 'accepted', 'accepted')
