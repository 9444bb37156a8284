import { TREES } from '../../procedures/elsewhere/entries.ts'
import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('publishing what is done elsewhere', '/staff/elsewhere/publish', {
  ...{ id: TREES.id, revision: 1, name: TREES.name, where: 'Hỏi tại UBND xã, phường.', source: 'chung' },
  ...{ says: TREES.says.join('\n'), why: 'Đổi nơi làm.', meant: 'yes' },
})
