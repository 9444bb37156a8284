import { describe, expect, it } from 'vitest'
import { createActByCitizen } from '../../src/casework/act-by-citizen.ts'
import type { Standing } from '../../src/dossiers/acts/act.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { asked, at, standingAt } from '../dossiers/standing.ts'

const names = {
  procedureName: () => 'Cấp giấy đi đường',
  agencyName: () => 'Trung tâm',
  kindOf: () => undefined,
  rateFlow: () => undefined,
}
const withdraw = { type: 'withdraw', because: '' } as const
const reply = { type: 'supplement', reply: 'Đây ạ', attachments: [] } as const

const judge = (
  { dossier, history }: Standing,
  acts: readonly (typeof withdraw | typeof reply)[],
  citizen = dossier.citizen,
) => {
  const dossiers = { find: async () => dossier, actions: async () => [...history] }
  const requests = acts.map((act) => ({ dossier: dossier.id, act }))
  return createActByCitizen({ dossiers, names, wordsOf: () => [] })(citizen, requests, at(9))
}

describe('what a citizen does to a dossier of their own', () => {
  it('is judged by where it stands: a reply leads on, a withdrawal to the end', async () => {
    expect(await judge(asked('accepted'), [reply])).toMatchObject([
      { change: { row: { status: 'processing' }, revision: 7 } },
    ])
    expect(await judge(asked('registered'), [reply])).toMatchObject([{ change: { row: { status: 'supplement' } } }])
    expect(await judge(standingAt('accepted'), [withdraw])).toMatchObject([
      { change: { row: { status: 'withdrawn' } } },
    ])
  })

  it('may be two things in one turn, the second judged on what the first made', async () => {
    const [first, second, third] = await judge(asked('accepted'), [reply, withdraw, withdraw])
    expect([first, second]).toMatchObject([
      { change: { row: { status: 'processing' }, revision: 7 } },
      { change: { row: { status: 'withdrawn' }, revision: 8 } },
    ])
    expect(third).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining('không rút được nữa') as string,
    })
  })

  it('is one reply to a question: the second is not written, and they are told so', async () => {
    const [, second] = await judge(asked('accepted'), [reply, reply])
    expect(second).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining('đã có câu trả lời') as string,
    })
  })

  it('keeps a late reply in the history of a dossier that has gone on', async () => {
    const { dossier, history } = asked('accepted')
    const declined = { ...history.at(-1)!, type: 'refused', status: 'stopped', at: at(8) } as const
    const gone = { dossier: { ...dossier, status: 'stopped' as const }, history: [...history, declined] }
    expect(await judge(gone, [reply])).toMatchObject([
      { change: { row: { status: 'stopped' }, actions: [{ note: 'Đây ạ' }] } },
    ])
  })

  it('is nothing to a dossier of somebody else, which is answered as if there were none', async () => {
    const stranger = '7000000000000000099' as CitizenId
    for (const act of [reply, withdraw])
      expect(await judge(asked('accepted'), [act], stranger)).toMatchObject([
        { outcome: 'refused', because: expect.stringContaining('không tìm thấy hồ sơ này') as string },
      ])
  })
})
