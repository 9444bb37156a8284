import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('put-aside', 'accepted', 'accepted')
