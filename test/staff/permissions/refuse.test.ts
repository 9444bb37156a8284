import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('refuse', 'processing', 'stopped')
