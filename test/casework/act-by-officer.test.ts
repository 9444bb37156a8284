import { DESK, posted } from '../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import { type ActRequest, createActByOfficer } from '../../src/casework/act-by-officer.ts'
import type { OfficerAct } from '../../src/dossiers/acts/act.ts'
import type { Dossier, DossierAction } from '../../src/dossiers/dossier.ts'
import type { DossierId, PermitId, StaffId } from '../../src/kernel/ids.ts'
import { NOW, samplePermit, travelPass } from '../permits/sample.ts'
import { officer } from '../dossiers/standing.ts'
import { inMemoryDossiers } from './in-memory.ts'

const REASON = 'Ảnh giấy hẹn bị mờ.'
const by = { type: 'staff', id: officer.id, name: officer.name } as const
const accepted: DossierAction = { type: 'accepted', by, at: NOW - 9, status: 'accepted' }
const approved: DossierAction = { type: 'approved', by, at: NOW - 8, status: 'done' }
const delivered: DossierAction = { type: 'returned', by: { type: 'program' }, at: NOW - 7, status: 'returned' }

/** A desk with one dossier, and what was rung. No permit can be granted where `refusal` says why. */
function prepare(
  dossier: Partial<Dossier> = { status: 'accepted' },
  actions: DossierAction[] = [accepted],
  refusal?: string,
) {
  const refused = refusal === undefined ? undefined : ({ outcome: 'refused', because: refusal } as const)
  const books = inMemoryDossiers()
  const row = books.add(dossier, actions)
  const rings: string[] = []
  const desk = createActByOfficer({
    ...{ dossiers: books.dossiers, permits: books.permits, changes: books.changes, now: () => NOW },
    procedureName: () => 'Cấp giấy đi đường',
    agencyName: () => 'Trung tâm',
    kindOf: ({ flowVersion }) => (flowVersion === 1 ? travelPass : flowVersion === 3 ? 'unreadable' : undefined),
    rateFlow: () => undefined,
    agencyNow: (code) => ({ code, name: 'UBND phường An Xuyên' }),
    wordsOf: ({ answers }) => answers.map(({ shown }) => shown),
    grant: async ({ id }) => refused ?? { outcome: 'granted', permit: await samplePermit({ dossier: id }) },
    grantAnew: async ({ id, dossier }) =>
      refused ?? {
        outcome: 'granted',
        permit: await samplePermit({ id: 'aa'.repeat(8) as PermitId, dossier, replaces: id }),
      },
    doorbell: {
      ring: (bell, key) => void rings.push(`${bell} ${key}`),
      answer: () => undefined,
      close: async () => undefined,
    },
  })
  const request = (act: OfficerAct, changes: Partial<ActRequest> = {}): ActRequest => ({
    ...{ dossier: row.id, revision: row.revision, act, doer: officer },
    ...changes,
  })
  return {
    ...{ books, row, rings },
    act: (act: OfficerAct, changes?: Partial<ActRequest>) => desk.act(request(act, changes)),
    preview: (act: OfficerAct, changes?: Partial<ActRequest>) => desk.preview(request(act, changes)),
  }
}

describe('an officer’s act', () => {
  it('is written once, and the citizen’s messages are sent', async () => {
    const { act, books, row, rings } = prepare()
    expect(await act({ type: 'forward' })).toEqual({ outcome: 'done' })
    expect(books.decided).toMatchObject([{ dossier: row.id, row: { status: 'processing' }, at: NOW }])
    expect(rings).toEqual([`delivery ${row.citizen}`])
  })

  it('wakes the citizen’s conversation when there is something to answer', async () => {
    const { act, row, rings } = prepare()
    await act({ type: 'ask', question: REASON })
    expect(rings).toEqual([`delivery ${row.citizen}`, `turn ${row.citizen}`])
  })

  it('is none to a dossier that is not there, of another agency, or in another place', async () => {
    const { act, books, rings } = prepare()
    expect(await act({ type: 'forward' }, { dossier: 'no such' as DossierId })).toEqual({ outcome: 'unknown' })
    expect(
      await act({ type: 'forward' }, { doer: { ...officer, postings: posted(DESK, 'H12.99.001') } }),
    ).toMatchObject({
      ...{ outcome: 'forbidden', because: expect.stringContaining('cơ quan khác') as string },
    })
    expect(await act({ type: 'return' })).toMatchObject({
      ...{ outcome: 'refused', because: expect.stringContaining('Được tiếp nhận') as string },
    })
    expect([books.decided, rings]).toEqual([[], []])
  })

  it('is not done from a page that shows less or more than there is', async () => {
    const { act, preview, books, row } = prepare()
    for (const revision of [row.revision - 1, row.revision + 1]) {
      expect(await act({ type: 'forward' }, { revision })).toEqual({ outcome: 'stale' })
      expect(await preview({ type: 'forward' }, { revision })).toEqual({ outcome: 'stale' })
    }
    expect(books.decided).toEqual([])
  })

  it('is done from a page that lacks only what the program did, unless just that stands in the way', async () => {
    const { act, row, books } = prepare({ status: 'returned', revision: 4 }, [accepted, approved, delivered])
    books.permitRows.push(await samplePermit({ dossier: row.id }))
    const before = { revision: 3 }
    expect(await act({ type: 'return' }, before)).toEqual({ outcome: 'stale' })
    const revoke = { type: 'revoke', permit: books.permitRows[0]!.id, reason: REASON } as const
    expect(await act(revoke, before)).toEqual({ outcome: 'done' })
    // Pressed twice; the page of somebody else's time is another matter.
    expect(await act(revoke, before)).toEqual({ outcome: 'done' })
    expect(await act(revoke, { revision: 2 })).toEqual({ outcome: 'stale' })
    expect(books.decided).toHaveLength(1)
  })

  it('is done when its button was pressed twice, by the same officer with the same words, and nobody came between', async () => {
    const { act, books, row } = prepare()
    expect(await act({ type: 'ask', question: REASON })).toEqual({ outcome: 'done' })
    expect(await act({ type: 'ask', question: REASON })).toEqual({ outcome: 'done' })
    expect(await act({ type: 'ask', question: `${REASON} Xin chụp lại.` })).toEqual({ outcome: 'stale' })
    const colleague = { ...officer, id: 's2' as StaffId }
    expect(await act({ type: 'ask', question: REASON }, { doer: colleague })).toEqual({ outcome: 'stale' })
    expect(await act({ type: 'ask', question: REASON }, { revision: row.revision - 1 })).toEqual({ outcome: 'stale' })
    expect(books.decided).toHaveLength(1)
  })

  it('is done when its button was pressed twice and the first took it out of the officer’s hands', async () => {
    const { act, books } = prepare()
    const handOver = { type: 'hand-over', to: 'H12.99.001', days: 0, note: 'Xin giải quyết tiếp.' } as const
    const local = { doer: { ...officer, postings: posted(DESK, 'H12.99') } }
    expect(await act(handOver, local)).toEqual({ outcome: 'done' })
    expect(await act(handOver, local)).toEqual({ outcome: 'done' })
    expect(await act({ ...handOver, to: 'H12.99.002' }, local)).toMatchObject({ outcome: 'forbidden' })
    expect(await act(handOver, { ...local, revision: 2 })).toMatchObject({ outcome: 'forbidden' })
    expect(books.decided).toHaveLength(1)
  })

  it('is done when its button was pressed twice and the program did something in between', async () => {
    const { act, books, row } = prepare()
    expect(await act({ type: 'approve' })).toEqual({ outcome: 'done' })
    books.change(row.id, { status: 'returned' }, { ...delivered, at: NOW + 1 })
    expect(await act({ type: 'approve' })).toEqual({ outcome: 'stale' })
    expect(books.decided).toHaveLength(1)
  })

  it('is not done when somebody was faster at the very moment of writing', async () => {
    const { act, books, row, rings } = prepare()
    const { commit } = books.changes
    books.changes.commit = async (change) => {
      books.change(row.id, {}, { type: 'supplemented', by: { type: 'citizen' }, at: NOW, status: 'accepted' })
      return commit(change)
    }
    expect(await act({ type: 'forward' })).toEqual({ outcome: 'stale' })
    expect([books.decided, rings]).toEqual([[], []])
  })
})

describe('an approval', () => {
  it('grants what the filed version promises, in the same change', async () => {
    const { act, books, row } = prepare()
    expect(await act({ type: 'approve' })).toEqual({ outcome: 'done' })
    expect(books.permitRows).toMatchObject([{ dossier: row.id }])
    expect(books.decided[0]?.granted).toEqual(books.permitRows[0])
  })

  it('grants nothing where the filed version promises nothing', async () => {
    const { act, books } = prepare({ status: 'accepted', flowVersion: 2 })
    expect(await act({ type: 'approve' })).toEqual({ outcome: 'done' })
    expect(books.decided[0]).not.toHaveProperty('granted')
  })

  it('is refused where no permit can be granted, and for that reason', async () => {
    const { act, preview, books, rings } = prepare(undefined, undefined, 'Chưa có khóa để ký giấy.')
    const refused = { outcome: 'refused', because: 'Chưa có khóa để ký giấy.' }
    expect([await preview({ type: 'approve' }), await act({ type: 'approve' })]).toEqual([refused, refused])
    expect([books.decided, rings]).toEqual([[], []])
  })

  it('is refused where the filed version cannot be read any more, as nobody knows what it promised', async () => {
    const { act, books } = prepare({ status: 'accepted', flowVersion: 3 })
    expect(await act({ type: 'approve' })).toMatchObject({
      ...{ outcome: 'refused', because: expect.stringContaining('chưa biết có cấp giấy hay không') as string },
    })
    expect(books.decided).toEqual([])
  })

  it('is shown before it is made, with the permit and a number to come, and nothing is written', async () => {
    const { preview, books, row, rings } = prepare()
    const shown = await preview({ type: 'approve' })
    if (shown.outcome !== 'planned') throw new Error(shown.outcome)
    expect(shown.dossier).toEqual(row)
    expect(shown.permit).toMatchObject({ number: '(số ghi khi cấp)', dossier: row.id })
    expect(shown.change.granted).toEqual(shown.permit)
    expect(JSON.stringify(shown.change.messages)).toContain('số (số ghi khi cấp) có hiệu lực')
    expect([books.decided, rings]).toEqual([[], []])
    expect(await preview({ type: 'forward' })).not.toHaveProperty('permit')
  })
})

describe('a revocation', () => {
  it('is shown with the permit it is about, under its own number', async () => {
    const { preview, books, row } = prepare({ status: 'done', revision: 3 }, [accepted, approved])
    books.permitRows.push(await samplePermit({ dossier: row.id }))
    const shown = await preview({ type: 'revoke', permit: books.permitRows[0]!.id, reason: REASON })
    expect(shown).toMatchObject({ outcome: 'planned', permit: books.permitRows[0] })
    expect(shown).not.toHaveProperty('change.granted')
  })

  it('is none of a permit of another dossier', async () => {
    const { act, books } = prepare({ status: 'done', revision: 3 }, [accepted, approved])
    books.permitRows.push(await samplePermit({ dossier: 'other' as DossierId }))
    const revoke = { type: 'revoke', permit: books.permitRows[0]!.id, reason: REASON } as const
    expect(await act(revoke)).toEqual({ outcome: 'refused', because: 'Hồ sơ này không có giấy đó.' })
  })
})

describe('a decision taken back', () => {
  it('ends the permits that the approval granted and that are in force', async () => {
    const { act, books, row } = prepare()
    books.permitRows.push(await samplePermit({ id: 'bb'.repeat(8) as PermitId, dossier: row.id, revokedAt: NOW - 99 }))
    await act({ type: 'approve' })
    const granted = books.permitRows[1]!
    expect(await act({ type: 'take-back', reason: REASON }, { revision: row.revision + 1 })).toEqual({
      outcome: 'done',
    })
    expect(books.decided[1]).toMatchObject({
      row: { status: 'accepted' },
      ended: { permits: [granted.id], because: REASON },
    })
    expect(books.decided[1]).not.toHaveProperty('granted')
  })

  it('grants the permit anew whose revocation it was, and no other', async () => {
    const { act, books, row } = prepare({ status: 'done', revision: 3 }, [accepted, approved])
    const other = await samplePermit({ id: 'bb'.repeat(8) as PermitId, dossier: row.id, revokedAt: NOW - 99 })
    books.permitRows.push(other, await samplePermit({ dossier: row.id }))
    const { id } = books.permitRows[1]!
    await act({ type: 'revoke', permit: id, reason: REASON })
    expect(await act({ type: 'take-back', reason: REASON }, { revision: 4 })).toEqual({ outcome: 'done' })
    expect(books.decided[1]?.granted).toMatchObject({ id: 'aa'.repeat(8), replaces: id })
    expect(books.decided[1]?.ended?.permits).toEqual([])
  })
  it('is refused where the permit that was revoked cannot be granted anew', async () => {
    const revoked = { type: 'permit revoked', by, at: NOW - 5, status: 'done' } as const
    const { act, books, row } = prepare(
      { status: 'done', revision: 4 },
      [accepted, approved, revoked],
      'Khóa đã bị thu hồi.',
    )
    books.permitRows.push(await samplePermit({ dossier: row.id, revokedAt: NOW - 5 }))
    expect(await act({ type: 'take-back', reason: REASON })).toEqual({
      outcome: 'refused',
      because: 'Khóa đã bị thu hồi.',
    })
    expect(books.decided).toEqual([])
  })
})
