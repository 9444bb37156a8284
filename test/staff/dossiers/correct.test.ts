import { describe, expect, it } from 'vitest'
import { flowsOfFiles } from '../../conversation/flows-of-files.ts'
import { NOW } from '../../permits/sample.ts'
import { get, openDesk, post, signIn } from '../fakes.ts'

const flows = await flowsOfFiles()
const FLOW = 'trich-luc-ho-tich'
const version = flows.current(FLOW)!.version

const answer = (key: string, label: string, value: string, shown = value) => ({ key, label, value, shown })

async function office(status: 'registered' | 'processing' | 'done' = 'processing') {
  const desk = await openDesk({ pinned: flows.pinned })
  const dossier = desk.books.add({
    ...{ status, flow: FLOW, flowVersion: version, filedAt: NOW },
    answers: [answer('applicant', 'Họ và tên', 'Lê Thị Hông'), answer('phone', 'Điện thoại', '0912345678')],
  })
  const { cookie, csrf } = await signIn(desk.app)
  const path = `/staff/dossiers/${dossier.id}/correct`
  const send = (key: string, fields: Record<string, string | number>) =>
    post(desk.app, `${path}/${key}`, { csrf, revision: 1, ...fields }, { cookie })
  return { desk, dossier, cookie, path, send, open: (key: string) => get(desk.app, `${path}/${key}`, cookie) }
}

const REASON = 'Gõ nhầm, đối chiếu theo căn cước'

describe('putting one answer right', () => {
  it('shows the answer as it stands and what the citizen will read, and does it only then', async () => {
    const { desk, send, open } = await office()
    const page = await open('applicant')
    expect([page.statusCode, page.body.includes('Lê Thị Hông')]).toEqual([200, true])
    const asked = await send('applicant', { typed: 'lê thị hồng', reason: REASON })
    expect(asked.statusCode).toBe(200)
    expect(asked.body).toContain('Lê Thị Hông → Lê Thị Hồng')
    expect(desk.books.decided).toEqual([])
    const done = await send('applicant', { typed: 'lê thị hồng', reason: REASON, step: 'do' })
    expect(done.statusCode).toBe(303)
    expect(desk.books.decided).toMatchObject([
      {
        row: { status: 'processing' },
        actions: [
          {
            type: 'corrected',
            note: REASON,
            move: { given: [{ key: 'applicant', shown: 'Lê Thị Hồng', before: { shown: 'Lê Thị Hông' } }] },
          },
        ],
        foundBy: ['Lê Thị Hồng', '0912345678'],
      },
    ])
  })

  it('reads it as the chat would, and keeps what was typed when it is none', async () => {
    const { desk, send } = await office()
    const wrong = await send('phone', { typed: '09123', reason: REASON })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="09123"')
    expect(wrong.body).toContain(REASON)
    for (const [typed, reason] of [
      ['0912345678', REASON],
      ['0912345679', ' '],
    ])
      expect((await send('phone', { typed: typed!, reason: reason! })).statusCode).toBe(422)
    expect(desk.books.decided).toEqual([])
  })

  it('refuses what another answer does not go with, as the chat would', async () => {
    const desk = await openDesk({ pinned: flows.pinned })
    const dossier = desk.books.add({
      ...{ status: 'processing', flow: 'dang-ky-khai-sinh', filedAt: NOW },
      flowVersion: flows.current('dang-ky-khai-sinh')!.version,
      answers: [
        answer('childBirthDate', 'Ngày sinh', '2021-08-01', '01/08/2021'),
        answer('motherBirthDate', 'Ngày sinh mẹ', '1998', '1998'),
      ],
    })
    const { cookie, csrf } = await signIn(desk.app)
    const send = (typed: string) =>
      post(
        desk.app,
        `/staff/dossiers/${dossier.id}/correct/childBirthDate`,
        { csrf, revision: 1, typed, reason: REASON },
        { cookie },
      )
    const young = await send('01/01/1999')
    expect(young.statusCode).toBe(422)
    expect(young.body).toContain('mục “Ngày sinh mẹ” không còn hợp')
    expect((await send('02/08/2021')).statusCode).toBe(200)
  })

  it('keeps what was typed when the dossier ends meanwhile, and says that it has ended', async () => {
    const { send } = await office('done')
    const late = await send('applicant', { typed: 'lê thị hồng', reason: REASON })
    expect(late.statusCode).toBe(422)
    for (const text of ['value="lê thị hồng"', REASON, 'Hồ sơ đã kết thúc nên không sửa thông tin được nữa.'])
      expect(late.body).toContain(text)
  })

  it('shows what was filed beside it, and no whole number of a card in the history', async () => {
    const desk = await openDesk({ pinned: flows.pinned })
    const dossier = desk.books.add({
      ...{ status: 'processing', flow: FLOW, flowVersion: version, filedAt: NOW },
      answers: [answer('citizenNumber', 'Số căn cước', '096190012345')],
    })
    const { cookie, csrf } = await signIn(desk.app)
    const at = `/staff/dossiers/${dossier.id}`
    const sent = { csrf, revision: 1, typed: '096190012346', reason: REASON }
    const asked = await post(desk.app, `${at}/correct/citizenNumber`, sent, { cookie })
    expect(asked.body).toContain('096••••••345 → 096••••••346')
    await post(desk.app, `${at}/correct/citizenNumber`, { ...sent, step: 'do' }, { cookie })
    const page = (await get(desk.app, at, cookie)).body
    expect(page).toContain('Trước khi cơ quan sửa: 096••••••345')
    expect(page).toContain('Số căn cước: 096••••••345 → 096••••••346')
    expect(page).not.toContain('096190012345')
  })

  it('leaves what somebody asked in their own words, and where they sent it', async () => {
    const desk = await openDesk({ pinned: flows.pinned })
    const dossier = desk.books.add({
      ...{ status: 'registered', flow: 'hoi-can-bo', flowVersion: flows.current('hoi-can-bo')!.version, filedAt: NOW },
      answers: [
        answer('content', 'Câu hỏi', 'Khai sinh ở đâu?'),
        answer('agency', 'Gửi đến', '1', 'Phường An Xuyên'),
        answer('applicant', 'Người hỏi', 'Lê Thị Hông'),
      ],
    })
    const { cookie } = await signIn(desk.app)
    const open = async (key: string) =>
      (await get(desk.app, `/staff/dossiers/${dossier.id}/correct/${key}`, cookie)).statusCode
    expect([await open('content'), await open('agency'), await open('applicant')]).toEqual([404, 404, 200])
  })

  it('leaves the time of a visit to those who propose another', async () => {
    const desk = await openDesk({ pinned: flows.pinned })
    const dossier = desk.books.add({
      ...{
        status: 'registered',
        flow: 'dat-lich-hen',
        flowVersion: flows.current('dat-lich-hen')!.version,
        filedAt: NOW,
      },
      answers: [
        answer('day', 'Ngày hẹn', '2026-12-02', '02/12/2026'),
        answer('slot', 'Giờ hẹn', 'sang-2', '9 giờ đến 11 giờ'),
        answer('applicant', 'Người đến', 'Lê Thị Hông'),
      ],
    })
    const { cookie } = await signIn(desk.app)
    const page = await get(desk.app, `/staff/dossiers/${dossier.id}`, cookie)
    expect([...page.body.matchAll(/\/correct\/(\w+)"/g)].map(([, key]) => key)).toEqual(['applicant'])
  })

  it('is offered only while the dossier is open, for what a question of its version asked', async () => {
    const ended = await office('done')
    expect((await ended.open('applicant')).statusCode).toBe(404)
    const open = await office()
    expect((await open.open('khong-co')).statusCode).toBe(404)
    const page = await get(open.desk.app, `/staff/dossiers/${open.dossier.id}`, open.cookie)
    expect(page.body).toContain(`${open.path}/applicant"`)
  })
})
