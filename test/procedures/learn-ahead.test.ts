import { setImmediate } from 'node:timers'
import { expect, it } from 'vitest'
import { indexAhead } from '../../src/conversation/finding/flow-index.ts'
import { learnAhead } from '../../src/procedures/learn-ahead.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'

const open = await flowsOfFiles()
/** Asked for as nowhere else, so that nobody has learned it yet. */
const asked = open.offered().map((flow) => ({ ...flow, says: [...flow.says, 'chỉ trong phép thử này'] }))
const flows = { offered: () => asked, elsewhere: () => open.elsewhere() }
/** Piece by piece; none where it is all there already. */
const piecesLeft = () => [...indexAhead(flows.offered(), flows.elsewhere())].length

it('learns in many pieces, and lets others have their turn between them', async () => {
  let turns = 0
  let isLearning = true
  const another = () => {
    turns++
    if (isLearning) setImmediate(another)
  }
  another()
  await learnAhead(flows)
  isLearning = false
  expect(turns).toBeGreaterThan(100)
  expect(piecesLeft()).toBe(0)
})
