import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('dismissing what nobody understood', '/staff/procedures-unheard/x/dismiss', {})
