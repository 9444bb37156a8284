import { TREES } from '../../procedures/elsewhere/entries.ts'
import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('ending what is done elsewhere', `/staff/elsewhere/entry/${TREES.id}/end`, {
  ...{ revision: 1, why: 'Nay nộp được tại đây.' },
})
