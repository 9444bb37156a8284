import { statuses } from '../status.ts'
import type { Rule } from './act.ts'

/** What the desk writes for itself. The citizen is told nothing and never reads it. */
export const note: Rule<{ type: 'note'; text: string }> = { recorded: 'noted', by: 'staff', from: statuses }
