import { DESK, posted } from './posted.ts'
import { describe, expect, it } from 'vitest'
import { isOfficeAct, type OfferedAct, offeredActs } from '../../src/dossiers/offered.ts'
import { type Status, statuses } from '../../src/dossiers/status.ts'
import { DAY } from '../../src/kernel/clock.ts'
import { asked, at, officer, standingAt } from './standing.ts'

const decisions = (acts: readonly OfferedAct[]) => acts.filter((type) => !isOfficeAct(type))
const offered = (status: Status, doer = officer, when = at(4)) => decisions(offeredActs(doer, standingAt(status), when))

describe('what a page offers an officer, the likeliest first', () => {
  it.each([
    ['registered', ['accept', 'ask', 'decline']],
    ['accepted', ['approve', 'forward', 'ask', 'stop', 'refuse']],
    ['processing', ['approve', 'ask', 'stop', 'refuse']],
    ['supplement', ['accept', 'decline']],
    ['payment', ['approve', 'forward', 'stop', 'refuse']],
    ['stopped', ['return', 'forward', 'take-back']],
    ['done', ['return', 'take-back']],
    ['declined', ['take-back']],
    ['returned', ['take-back']],
    ['withdrawn', []],
  ] as const)('on a dossier that is %s: %j', (status, acts) =>
    expect(offered(status).filter((type) => type !== 'reply' && type !== 'note')).toEqual(acts),
  )

  it('always a reply and a note, before what takes a decision back', () => {
    for (const status of statuses) {
      const aside = offered(status).filter((type) => type === 'reply' || type === 'note')
      expect([status, aside]).toEqual([status, ['reply', 'note']])
    }
    expect(offered('declined')).toEqual(['reply', 'note', 'take-back'])
  })

  it('an answer, and no approval, where the procedure is one that is answered', () => {
    const asks = (status: Status) =>
      decisions(offeredActs(officer, { ...standingAt(status), asking: 'content' }, at(4)))
    expect(asks('registered')).toEqual(['accept', 'ask', 'decline', 'answer', 'reply', 'note'])
    expect(asks('accepted')).toEqual(['forward', 'ask', 'stop', 'refuse', 'answer', 'reply', 'note'])
    expect(asks('done')).toEqual(['return', 'reply', 'note', 'take-back'])
  })

  it('on one that was asked about after it was accepted: to go on, or to refuse', () =>
    expect(decisions(offeredActs(officer, asked('accepted'), at(4)))).toEqual(['forward', 'refuse', 'reply', 'note']))

  it('lets the work on it be taken, given and handed over, as far as it goes', () => {
    const office = (status: Status, doer = officer) => offeredActs(doer, standingAt(status), at(4)).filter(isOfficeAct)
    expect(office('registered')).toEqual(['take', 'assign', 'hand-over', 'consult'])
    expect(office('done')).toEqual(['take', 'assign'])
    expect(office('returned')).toEqual([])
    expect(office('accepted', { ...officer, postings: posted(['specialist']) })).toEqual([
      ...['take', 'assign', 'hand-over', 'consult'],
    ])
  })

  it('is either to take a decision back, within a day, or to open its dossier again, after it', () => {
    for (const status of ['stopped', 'done', 'returned'] as const) {
      const ways = (when: number) =>
        offered(status, officer, when).filter((it) => it === 'take-back' || it === 'reopen')
      expect([status, ways(at(4)), ways(at(3) + 2 * DAY)]).toEqual([status, ['take-back'], ['reopen']])
    }
  })

  it('is nothing of another agency’s, and nothing to take back after a day', () => {
    expect(offered('registered', { ...officer, postings: posted(DESK, 'H12.99.001') })).toEqual([])
    expect(offered('declined', officer, at(1) + DAY)).toEqual(['reply', 'note'])
  })
})
