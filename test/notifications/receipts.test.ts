import { describe, expect, it } from 'vitest'
import { createReceiptBook, type Receipts } from '../../src/notifications/receipts.ts'
import { MINUTE } from '../../src/kernel/clock.ts'

type Marks = Parameters<Receipts['mark']>[0]

function aBook({ known = ['m1', 'm2'], fails = 0 } = {}) {
  const clock = { now: 1_000 }
  const written: Marks[number][] = []
  let failing = fails
  const ours = new Set(known)
  const receipts: Receipts = {
    mark: async (marks) => {
      if (failing-- > 0) throw new Error('unwell')
      const found = marks.filter(({ messageId }) => ours.has(messageId))
      written.push(...found)
      return found.map(({ messageId }) => messageId)
    },
  }
  return { clock, written, ours, book: createReceiptBook({ receipts, now: () => clock.now }) }
}
const plain = (marks: Marks) => marks.map(({ messageId, receivedAt, seenAt }) => [messageId, receivedAt, seenAt])

describe('what Zalo says became of messages', () => {
  it('is written together, what was seen having come', async () => {
    const { book, written } = aBook()
    book.note({ state: 'received', messageIds: ['m1'] }, 5)
    book.note({ state: 'seen', messageIds: ['m1', 'm2'] }, 9)
    await book.flush()
    expect(plain(written)).toEqual([
      ['m1', 5, 9],
      ['m2', 9, 9],
    ])
    await book.flush()
    expect(written).toHaveLength(2)
  })

  it('keeps the earliest of each, in whatever order it comes', async () => {
    const { book, written } = aBook()
    book.note({ state: 'seen', messageIds: ['m1'] }, 9)
    book.note({ state: 'received', messageIds: ['m1'] }, 5)
    book.note({ state: 'seen', messageIds: ['m1'] }, 12)
    await book.flush()
    expect(plain(written)).toEqual([['m1', 5, 9]])
  })

  it('waits for an id that is not known yet, and not for ever', async () => {
    const { book, written, ours, clock } = aBook()
    book.note({ state: 'received', messageIds: ['fast', 'foreign'] }, 5)
    await book.flush()
    ours.add('fast')
    await book.flush()
    expect(plain(written)).toEqual([['fast', 5, undefined]])
    clock.now += 2 * MINUTE
    await book.flush()
    ours.add('foreign')
    await book.flush()
    expect(written).toHaveLength(1)
  })

  it('is not lost while the database is unwell', async () => {
    const { book, written } = aBook({ fails: 1 })
    book.note({ state: 'seen', messageIds: ['m1'] }, 5)
    await book.flush()
    expect(written).toEqual([])
    await book.flush()
    expect(plain(written)).toEqual([['m1', 5, 5]])
  })
})
