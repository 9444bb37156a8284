import { describe, expect, it } from 'vitest'
import { flowsOfFiles } from '../../conversation/flows-of-files.ts'
import { NOW } from '../../permits/sample.ts'
import { openDesk, post, signIn } from '../fakes.ts'
import { describeGuardedPage } from './guarded.ts'

const flows = await flowsOfFiles()
const flow = 'trich-luc-ho-tich'

async function prepare() {
  const desk = await openDesk({ pinned: flows.pinned })
  const dossier = desk.books.add({
    ...{ status: 'processing', flow, flowVersion: flows.current(flow)!.version, filedAt: NOW },
    answers: [{ key: 'applicant', label: 'Họ và tên', value: 'Trần Thị Kín', shown: 'Trần Thị Kín' }],
  })
  return { desk, path: `/staff/dossiers/${dossier.id}/correct/applicant` }
}

const fields = { revision: 1, typed: 'Trần Thị Kính', reason: 'Gõ nhầm tên.', step: 'do' }

describe('putting an answer right, who may do it', () => {
  it('leads whoever is not signed in to the door, and changes nothing', async () => {
    const { desk, path } = await prepare()
    const answer = await post(desk.app, path, { ...fields, csrf: 'x' })
    expect([answer.statusCode, answer.body.includes('action="/staff/login"')]).toEqual([401, true])
    expect(desk.books.decided).toEqual([])
  })

  it('refuses a form without the token of its session', async () => {
    const { desk, path } = await prepare()
    const { cookie } = await signIn(desk.app)
    expect((await post(desk.app, path, { ...fields, csrf: 'x' }, { cookie })).statusCode).toBe(403)
    expect(desk.books.decided).toEqual([])
  })

  it('is nothing to people of another agency, and to those with no role at the desk', async () => {
    const { desk, path } = await prepare()
    const { cookie, csrf } = await signIn(desk.app)
    for (const postings of [[{ role: 'leader' as const, agency: 'H12.99.001', since: '2025-07-01' }], []]) {
      desk.accounts[0] = { ...desk.accounts[0]!, postings }
      expect((await post(desk.app, path, { ...fields, csrf }, { cookie })).statusCode).toBe(404)
    }
    expect(desk.books.decided).toEqual([])
  })
})

describeGuardedPage(
  'an answer that is put right',
  async (desk) => {
    const dossier = desk.books.add({
      ...{ status: 'processing', flow, flowVersion: flows.current(flow)!.version, filedAt: NOW },
      answers: [{ key: 'applicant', label: 'Họ và tên', value: 'Trần Thị Kín', shown: 'Trần Thị Kín' }],
    })
    return `/staff/dossiers/${dossier.id}/correct/applicant`
  },
  'Trần Thị Kín',
  { ofDossier: true, desk: () => openDesk({ pinned: flows.pinned }) },
)
