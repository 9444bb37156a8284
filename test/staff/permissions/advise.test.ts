import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('advise', 'processing', 'processing')
