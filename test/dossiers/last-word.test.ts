import { expect, it } from 'vitest'
import { lastWordIn } from '../../src/dossiers/last-word.ts'
import { standing } from './standing.ts'

it('shows a citizen what was last said to them, never what the desk wrote for itself', () => {
  const asked = ['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'] as const
  const note = ['noted', 'supplement', 'staff', 'Nghi giấy giả.'] as const
  expect(lastWordIn(standing(asked, note, note).history)).toBe('Bệnh viện nào?')
  expect(lastWordIn(standing(['noted', 'registered', 'staff', 'Nghi giấy giả.']).history)).toBeUndefined()
})

it('shows the answer that ended a question, though the result was noted as returned after it', () => {
  const answered = ['answered', 'done', 'staff', 'Làm ở đâu cũng được.'] as const
  expect(lastWordIn(standing(['accepted', 'accepted'], answered, ['returned', 'returned', 'program']).history)).toBe(
    'Làm ở đâu cũng được.',
  )
  expect(lastWordIn(standing(['accepted', 'accepted'], ['approved', 'done'], ['returned', 'returned']).history)).toBe(
    undefined,
  )
})
