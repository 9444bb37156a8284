import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('give-back', 'accepted', 'accepted')
