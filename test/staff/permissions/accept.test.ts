import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('accept', 'registered', 'accepted')
