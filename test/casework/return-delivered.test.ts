import { expect, it } from 'vitest'
import type { ProgramRequest } from '../../src/casework/act-by-program.ts'
import { createReturnDelivered } from '../../src/casework/return-delivered.ts'
import { DAY } from '../../src/kernel/clock.ts'
import type { PermitId } from '../../src/kernel/ids.ts'
import { NOW, samplePermit } from '../permits/sample.ts'

const sample = await samplePermit()

it('permits that arrived in the chat in the last week are noted as returned, and counted', async () => {
  const ids = ['there', 'lost', 'faster', 'also there'] as PermitId[]
  const asked: unknown[] = []
  const requests: ProgramRequest[] = []
  const count = await createReturnDelivered({
    deliveries: { arrived: async (...what) => (asked.push(what), ids) },
    permits: { find: async (id) => (id === 'lost' ? undefined : { ...sample, id }) },
    permitName: (kind) => `tên của ${kind}`,
    act: async (request) => (requests.push(request), request.named?.id === 'faster' ? 'gone' : 'done'),
    now: () => NOW,
  })()
  expect(count).toBe(2)
  expect(asked).toEqual([[NOW - 7 * DAY, 500]])
  expect(requests.map(({ named }) => named?.id)).toEqual(['there', 'faster', 'also there'])
  expect(requests[0]).toEqual({
    ...{ dossier: sample.dossier, act: { type: 'deliver' }, named: { ...sample, id: 'there' }, at: NOW },
    permitName: 'tên của travel-pass',
  })
})
