import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('tell-apart', 'registered', 'registered')
