import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('apologise', 'processing', 'processing')
