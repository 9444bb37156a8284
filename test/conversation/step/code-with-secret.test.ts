import { describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const NOW = Date.parse('2026-11-22T09:30:00+07:00')

/** What is asked of the program after a message, and after the answer that nobody of this chat filed it. */
function lookedUp(...texts: string[]) {
  const chat = createChat(flows)
  chat.now = NOW
  chat.says(...texts)
  chat.send({ type: 'FACTS', found: false, facts: {} })
  return chat.wanted('query').map(({ query }) => query)
}

describe('a dossier code with its secret', () => {
  it.each([
    ['H12.20-261118-0042 7KX2'],
    ['tra cứu H12.20-261118-0042 mã 7KX2'],
    ['#lam:tra-cuu', 'nhập mã', 'H12.20-261118-0042, mã tra cứu 7kx2 ạ'],
  ])('is looked up at once: %s', (...texts) =>
    expect(lookedUp(...texts)).toContainEqual({ name: 'dossier', code: 'H12.20-261118-0042', factor: '7KX2' }),
  )

  it('is asked for the secret where none was told', () =>
    expect(lookedUp('H12.20-261118-0042')).not.toContainEqual(expect.objectContaining({ factor: '7KX2' })))
})
