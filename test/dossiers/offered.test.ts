import { DESK, posted } from './posted.ts'
import { describe, expect, it } from 'vitest'
import { offeredActs } from '../../src/dossiers/offered.ts'
import type { Status } from '../../src/dossiers/status.ts'
import { DAY } from '../../src/kernel/clock.ts'
import { asked, at, officer, standingAt } from './standing.ts'

const offered = (status: Status, doer = officer, when = at(4)) => offeredActs(doer, standingAt(status), when)

describe('what a page offers an officer, the likeliest first', () => {
  it.each([
    ['registered', ['accept', 'ask', 'decline']],
    ['accepted', ['approve', 'forward', 'ask', 'refuse']],
    ['processing', ['approve', 'ask', 'refuse']],
    ['supplement', ['accept', 'decline']],
    ['payment', ['approve', 'forward', 'refuse']],
    ['stopped', ['return', 'forward', 'take-back']],
    ['done', ['return', 'take-back']],
    ['declined', ['take-back']],
    ['returned', ['take-back']],
    ['withdrawn', []],
  ] as const)('on a dossier that is %s: %j', (status, acts) => expect(offered(status)).toEqual(acts))

  it('on one that was asked about after it was accepted: to go on, or to refuse', () =>
    expect(offeredActs(officer, asked('accepted'), at(4))).toEqual(['forward', 'refuse']))

  it('is nothing of another agency’s, and nothing to take back after a day', () => {
    expect(offered('registered', { ...officer, postings: posted(DESK, 'H12.99.001') })).toEqual([])
    expect(offered('declined', officer, at(1) + DAY)).toEqual([])
  })
})
