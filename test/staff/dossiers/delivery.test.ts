import { describe, expect, it } from 'vitest'
import type { DeliveryState } from '../../../src/notifications/dossier-messages.ts'
import { NOW, travelDossier } from '../../permits/sample.ts'
import { get, openDesk, post, signIn } from '../fakes.ts'

async function open(state: DeliveryState, answers = travelDossier().answers) {
  const desk = await openDesk()
  const { id } = desk.books.add({ answers })
  const { cookie, csrf } = await signIn(desk.app)
  const message = { type: 'text' as const, text: 'Hồ sơ đã được tiếp nhận.' }
  desk.told.set(id, [{ seq: 1, message, saidAt: NOW, settledAt: NOW, attempts: 1, state }])
  const see = async (path: string) => (await get(desk.app, path, cookie)).body
  return { page: () => see(`/staff/dossiers/${id}`), list: () => see('/staff'), see, id, app: desk.app, cookie, csrf }
}

const CALL = '<a href="tel:0912345678">0912345678</a>'

describe('what became of a message to the citizen', () => {
  it.each([
    ['sent', 'đã tới Zalo lúc 07:30 01/05/2030'],
    ['waiting', 'đang gửi'],
    ['in doubt', 'chưa rõ đã tới'],
    ['held', 'đang chờ người dân nhắn lại'],
    ['dead', 'chưa tới, người dân có thể đã chặn'],
  ] as const)('stands in the history: %s', async (state, words) => {
    const { page } = await open(state)
    expect((await page()).split('<h2 id="history">')[1]).toContain(words)
  })

  it('that did not arrive asks in list and dossier for a call to the number that was given', async () => {
    const { page, list } = await open('dead')
    for (const body of [await page(), await list()])
      expect(body).toMatch(new RegExp(`Chưa tới người dân</b> \\(người dân có thể[^)]*\\)\\. Xin gọi ${CALL}`))
    const silent = await open('held', [])
    expect(await silent.page()).toContain('Hồ sơ không có số điện thoại')
    expect(await (await open('sent')).list()).not.toContain('Xin gọi')
  })

  it('is called arrived after a decision only when it has', async () => {
    for (const [state, words] of [
      ['dead', 'chưa tới Zalo'],
      ['sent', 'đã tới Zalo của người dân'],
    ] as const) {
      const { see, id } = await open(state)
      expect(await see(`/staff/dossiers/${id}?done=accept`)).toMatch(
        new RegExp(`Đã tiếp nhận hồ sơ.</strong>[^<]*${words}`),
      )
    }
  })

  it('can be asked for in the list, and stays asked for in the next search', async () => {
    const { see } = await open('dead')
    const body = await see('/staff?list=unreached')
    expect(body).toContain('<a href="/staff?list=unreached" aria-current="page">Chưa tới người dân')
    expect(body).toContain('name="list" value="unreached"')
  })
})

it('leads from a dossier back to the list as it was filtered', async () => {
  const { see, id, app, cookie, csrf } = await open('sent')
  expect(await see('/staff?procedure=cap-giay-di-duong')).toContain(
    `href="/staff/dossiers/${id}?from=procedure%3Dcap-giay-di-duong&amp;at=`,
  )
  expect(await see(`/staff/dossiers/${id}?from=procedure%3Dcap-giay-di-duong`)).toMatch(
    /<a href="\/staff\?procedure=cap-giay-di-duong" data-key="u">← Danh sách/,
  )
  expect(await see(`/staff/dossiers/${id}?from=%22%3E%3Cb%3E`)).toContain('<a href="/staff" data-key="u">← Danh sách')
  await post(app, `/staff/dossiers/${id}/accept`, { csrf, revision: 1 }, { cookie })
})

describe('a message that did not arrive', () => {
  const resend = (desk: Awaited<ReturnType<typeof open>>, which: number, revision = 1) =>
    post(desk.app, `/staff/dossiers/${desk.id}/resend`, { csrf: desk.csrf, revision, which }, { cookie: desk.cookie })

  it('can be sent again from its line in the history, with the number to call beside it', async () => {
    const desk = await open('dead')
    const [, history = ''] = (await desk.page()).split('<h2 id="history">')
    expect(history).toMatch(/name="which" value="1">Gửi lại<\/button>/)
    expect(history).toContain(`hoặc gọi ${CALL}`)
    const answer = await resend(desk, 1)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/staff/dossiers/${desk.id}?done=resend`])
    expect(await desk.page()).toContain('Gửi lại tin nhắn')
  })

  it('is sent again once, however often the button is pressed', async () => {
    const desk = await open('dead')
    expect([(await resend(desk, 1)).statusCode, (await resend(desk, 1)).statusCode]).toEqual([303, 303])
    expect((await desk.page()).match(/<strong>Gửi lại tin nhắn/g)).toHaveLength(1)
    // Another button of the same old page is no repetition.
    expect((await resend(desk, 2)).statusCode).toBe(409)
  })

  it.each(['sent', 'held', 'waiting', 'in doubt'] as const)('is none that is %s', async (state) => {
    const desk = await open(state)
    expect(await desk.page()).not.toContain('Gửi lại')
    const answer = await resend(desk, 1)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Tin này không cần gửi lại')
  })
})

it('of a message that arrived the history says when it was seen, or came', async () => {
  const desk = await openDesk()
  const { id } = desk.books.add()
  const { cookie } = await signIn(desk.app)
  const row = {
    message: { type: 'text', text: 'Chào' },
    saidAt: NOW,
    settledAt: NOW,
    attempts: 1,
    state: 'sent',
  } as const
  desk.told.set(id, [
    { ...row, seq: 1, receivedAt: NOW, seenAt: NOW + 60_000 },
    { ...row, seq: 2, receivedAt: NOW },
  ])
  const { body } = await get(desk.app, `/staff/dossiers/${id}`, cookie)
  expect(body).toContain('đã gửi · đã xem lúc 07:31 01/05/2030')
  expect(body).toContain('đã gửi · đã tới máy lúc 07:30 01/05/2030')
})
