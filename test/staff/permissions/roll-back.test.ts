import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('rolling back', '/staff/procedures/thu-nghiem/roll-back', { version: 1, revision: 1 })
