import { expect, it } from 'vitest'
import { phrases } from '../../src/conversation/words/phrases.ts'
import { type Effect, NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { createLimitFilings, MOST_FILINGS } from '../../src/turns/limit-filings.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const citizen = '7' as CitizenId
const filing: Effect = { type: 'file', flow: 'f', version: 1, applicant: 'A', answers: [] }
const before = { ...NEW_SESSION, about: 'f' }
const turned = { session: NEW_SESSION, effects: [filing], tally: [{ flow: 'f' }] }

it('lets a filing through until the day is full, and then keeps the conversation as it was', async () => {
  const asked: number[] = []
  const limit = (filed: number) =>
    createLimitFilings(
      async (_citizen, since) => (asked.push(since), filed),
      () => NOW,
    )(citizen, before, turned)
  expect(await limit(MOST_FILINGS - 1)).toBe(turned)
  const held = await limit(MOST_FILINGS)
  expect(held.session).toBe(before)
  expect(held.tally).toEqual([])
  expect(held.effects).toMatchObject([{ type: 'say', message: { text: phrases.filedEnough } }])
  expect(asked).toEqual([NOW - 86_400_000, NOW - 86_400_000])
})

it('asks the database about nothing else', async () => {
  const ask = () => Promise.reject(new Error('not to be asked'))
  const said = { session: NEW_SESSION, effects: [] }
  expect(await createLimitFilings(ask, () => NOW)(citizen, before, said)).toBe(said)
})
