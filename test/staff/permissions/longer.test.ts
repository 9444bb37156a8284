import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('longer', 'accepted', 'accepted')
