import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('dropping a draft', '/staff/procedures/thu-nghiem/discard', { revision: 1 })
