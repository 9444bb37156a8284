import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('note', 'accepted', 'accepted')
