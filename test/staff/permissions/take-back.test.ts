import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('take-back', 'done', 'accepted')
