import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('publishing', '/staff/procedures/thu-nghiem/publish', { draft: 1, version: 1, revision: 2 })
