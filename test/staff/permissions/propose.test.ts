import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('propose', 'registered', 'supplement')
