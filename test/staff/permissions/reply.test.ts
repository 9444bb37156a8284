import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('reply', 'accepted', 'accepted')
