import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('duplicate', 'registered', 'declined')
