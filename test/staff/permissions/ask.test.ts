import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('ask', 'accepted', 'supplement')
