import { describe, expect, it } from 'vitest'
import type { ActOutcome, ActRequest } from '../../src/casework/act-by-officer.ts'
import { createApproveMany } from '../../src/casework/approve-many.ts'
import type { Dossier, DossierAction } from '../../src/dossiers/dossier.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { NOW } from '../permits/sample.ts'
import { officer } from '../dossiers/standing.ts'
import { inMemoryDossiers } from './in-memory.ts'

const by = { type: 'staff', id: officer.id, name: officer.name } as const
const accepted: DossierAction = { type: 'accepted', by, at: NOW - 9, status: 'accepted' }
const approved: DossierAction = { type: 'approved', by, at: NOW - 8, status: 'done' }
const CHANGED = 'Hồ sơ đã thay đổi từ lúc mở trang. Xin mở hồ sơ xem lại.'

function prepare(
  outcomeOf: (request: ActRequest) => ActOutcome = () => ({ outcome: 'done' }),
  objections: Record<string, string> = {},
) {
  const books = inMemoryDossiers()
  const done: [DossierId, string, number][] = []
  const run = createApproveMany({
    dossiers: books.dossiers,
    act: async (request) => {
      done.push([request.dossier, request.act.type, request.revision])
      return outcomeOf(request)
    },
    objection: async (id) => objections[id],
  })
  const add = (dossier: Partial<Dossier>, ...actions: DossierAction[]) => books.add(dossier, actions)
  const approve = async (dossier: DossierId, revision: number) => (await run([{ dossier, revision }], officer))[0]
  return { run, add, approve, done }
}

describe('approving many dossiers', () => {
  it('accepts what is new, then approves it; approves at once what is accepted', async () => {
    const { run, add, done } = prepare()
    const [fresh, taken] = [add({ revision: 1 }), add({ status: 'accepted', revision: 2 }, accepted)]
    const asked = [fresh, taken].map(({ id, revision }) => ({ dossier: id, revision }))
    expect(await run(asked, officer)).toEqual(
      [fresh, taken].map(({ id, code }) => ({ dossier: id, code, outcome: 'done' })),
    )
    expect(done).toEqual([
      [fresh.id, 'accept', 1],
      [fresh.id, 'approve', 2],
      [taken.id, 'approve', 2],
    ])
  })

  it('grants nothing twice: what this officer approved just now is granted already', async () => {
    const { add, approve, done } = prepare()
    const dossier = add({ status: 'done', revision: 3 }, accepted, approved)
    expect(await approve(dossier.id, 1)).toEqual({ dossier: dossier.id, code: dossier.code, outcome: 'done' })
    expect(done).toEqual([])
  })

  it('goes on where it stopped between the acceptance and the approval', async () => {
    const { add, approve, done } = prepare()
    const dossier = add({ status: 'accepted', revision: 2 }, accepted)
    expect(await approve(dossier.id, 1)).toMatchObject({ outcome: 'done' })
    expect(done).toEqual([[dossier.id, 'approve', 2]])
  })

  it.each<[string, Partial<Dossier>, DossierAction[], number]>([
    ['was changed since', { status: 'processing', revision: 3 }, [accepted], 1],
    [
      'was accepted by somebody else since',
      { status: 'accepted', revision: 2 },
      [{ ...accepted, by: { ...by, id: 's2' as never } }],
      1,
    ],
    ['was accepted and changed since', { status: 'accepted', revision: 3 }, [accepted], 1],
    [
      'was declined by the same officer since',
      { status: 'declined', revision: 2 },
      [{ ...accepted, type: 'declined' }],
      1,
    ],
    [
      'was approved by somebody else since',
      { status: 'done', revision: 3 },
      [accepted, { ...approved, by: { ...by, id: 's2' as never } }],
      2,
    ],
    ['is shown on a page of another time', { status: 'accepted', revision: 2 }, [accepted], 3],
  ])('leaves alone what %s', async (_what, dossier, actions, revision) => {
    const { add, approve, done } = prepare()
    const { id, code } = add(dossier, ...actions)
    expect(await approve(id, revision)).toEqual({ dossier: id, code, outcome: 'not', because: CHANGED })
    expect(done).toEqual([])
  })

  it('leaves alone what is not there, and what must be looked at by itself', async () => {
    const because = 'Trùng giấy.'
    const { add, approve, done } = prepare(undefined, { '00000001': because })
    const { id, code, revision } = add({})
    expect(await approve('no such' as DossierId, 1)).toEqual({
      ...{ dossier: 'no such', outcome: 'not', because: 'Không tìm thấy hồ sơ này.' },
    })
    expect(await approve(id, revision)).toEqual({ dossier: id, code, outcome: 'not', because })
    expect(done).toEqual([])
  })

  it.each<[ActOutcome, string]>([
    [{ outcome: 'refused', because: 'Thiếu ngày.' }, 'Thiếu ngày.'],
    [{ outcome: 'stale' }, CHANGED],
  ])('says why an act was not done: %j', async (outcome, because) => {
    for (const failing of ['accept', 'approve']) {
      const { add, approve, done } = prepare(({ act }) => (act.type === failing ? outcome : { outcome: 'done' }))
      const { id, code, revision } = add({})
      expect(await approve(id, revision)).toEqual({ dossier: id, code, outcome: 'not', because })
      expect(done).toHaveLength(failing === 'accept' ? 1 : 2)
    }
  })

  it('goes on with the others when one fails', async () => {
    const { add, run } = prepare(({ dossier }) => ({ outcome: dossier === '00000001' ? 'stale' : 'done' }))
    const rows = [add({}), add({})]
    const results = await run(
      rows.map(({ id, revision }) => ({ dossier: id, revision })),
      officer,
    )
    expect(results.map(({ outcome }) => outcome)).toEqual(['not', 'done'])
  })
})
