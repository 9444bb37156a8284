import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('hand-over', 'accepted', 'processing')
