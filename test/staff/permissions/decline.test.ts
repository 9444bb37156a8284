import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('decline', 'registered', 'declined')
