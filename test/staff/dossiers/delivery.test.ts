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
