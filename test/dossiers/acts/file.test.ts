import { expect, it } from 'vitest'
import { file } from '../../../src/dossiers/acts/file.ts'
import { answerDue } from '../../../src/dossiers/deadlines/due-after.ts'
import { firstDifference } from '../../../src/dossiers/differences.ts'
import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { NOW, travelFiling } from '../../permits/sample.ts'

const filing = travelFiling()
const [first, second] = ['f1', 'f2'] as AttachmentId[]
const answers = [
  { key: 'a', label: 'A', value: '1', shown: '1', attachments: [first!] },
  { key: 'b', label: 'B', value: '2', shown: '2' },
  { key: 'c', label: 'C', value: '3', shown: '3', attachments: [second!] },
]

it('a filing is the first act of a dossier, takes its files along and says nothing of its own', () => {
  const dueAt = answerDue(filing.agency, NOW)
  const change = file({ ...filing, answers }, NOW)
  const row = {
    ...{ status: 'registered', lastAction: 'filed', filedAt: NOW, updatedAt: NOW, dueAt },
    ...{ holder: filing.agency, handler: null, queue: dueAt, asideUntil: null, answerBy: null, wakeAt: null },
  }
  expect(change).toEqual({
    ...{ dossier: filing.id, citizen: filing.citizen, revision: 0, row, at: NOW },
    ...{ messages: [], files: [first, second] },
    actions: [{ type: 'filed', by: { type: 'citizen' }, at: NOW, status: 'registered', dueAt }],
    filed: {
      ...{ ...filing, answers, ...row, revision: 1 },
    },
  })
  const kept = { dossier: change.filed!, actions: change.actions, permits: { granted: 0, revoked: 0 } }
  expect(firstDifference(kept)).toBeUndefined()
})
