import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('stop', 'processing', 'stopped')
