import { describeGuardedDecision } from './guarded.ts'

describeGuardedDecision('resend', 'accepted', 'accepted')
