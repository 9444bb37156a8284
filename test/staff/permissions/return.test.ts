import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('return', 'done', 'returned')
