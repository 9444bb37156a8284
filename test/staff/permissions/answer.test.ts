import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('answer', 'registered', 'returned')
