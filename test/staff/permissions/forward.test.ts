import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('forward', 'accepted', 'processing')
