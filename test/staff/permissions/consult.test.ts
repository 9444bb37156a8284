import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('consult', 'accepted', 'accepted')
