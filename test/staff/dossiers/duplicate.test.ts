import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import { NOW } from '../../permits/sample.ts'
import { get, openDesk, post, signIn } from '../fakes.ts'

const OTHER = 'H12.99-300501-0099'
const flow = 'trich-luc-ho-tich'

/** One citizen has filed one thing twice; the officer has the first one open. */
async function prepare(other: Partial<Dossier> = {}) {
  const desk = await openDesk()
  const here = desk.books.add({ flow })
  const there = desk.books.add({ flow, code: OTHER, ...other })
  const { cookie, csrf } = await signIn(desk.app)
  const path = `/staff/dossiers/${here.id}`
  const page = async (of = here) => (await get(desk.app, `/staff/dossiers/${of.id}`, cookie)).body
  const send = (type: string, fields: Record<string, string | number> = {}) =>
    post(desk.app, `${path}/${type}`, { csrf, revision: 1, to: OTHER, ...fields }, { cookie })
  return { ...{ desk, here, there, path, page, send }, read: (url: string) => get(desk.app, url, cookie) }
}

describe('a dossier that looks like another one', () => {
  it('says what is the same before anything is decided, and opens both beside each other', async () => {
    const { page, read, path, there } = await prepare()
    const body = await page()
    expect(body).toContain('Có thể trùng với hồ sơ khác')
    expect(body).toMatch(/<b>Giống:<\/b> tài khoản Zalo, applicant/)
    expect(body.indexOf('id="alike"')).toBeLessThan(body.indexOf('id="actions"'))
    expect(body).toContain(`href="${path}/beside/${there.id}"`)
    const beside = (await read(`${path}/beside/${there.id}`)).body
    expect(beside).toContain(OTHER)
    expect(beside).toContain('Trùng, đóng hồ sơ này')
    expect(beside).not.toContain('(khác)')
  })

  it('asks for the code of another one, in words that fit whether one was found', async () => {
    const { desk, page } = await prepare()
    expect(await page()).toContain('Trùng với một hồ sơ khác nữa')
    const alone = await page(desk.books.add({ flow: 'khai-sinh', citizen: '999' as never }))
    expect(alone).toContain('Không thấy hồ sơ nào khác giống hồ sơ này.')
    expect(alone).toContain('Trùng với hồ sơ mà ông/bà biết mã')
    expect(alone).not.toContain('khác nữa')
  })

  it('marks in what two of them differ, and what only one says', async () => {
    const { desk, read, path, there } = await prepare()
    const answers = there.answers.map((it) =>
      it.key === 'purpose' ? { ...it, value: 'x', shown: 'Thăm người bệnh' } : it,
    )
    desk.books.change(there.id, { answers: [...answers, { key: 'z', label: 'Số bản', value: '2', shown: '2' }] })
    const beside = (await read(`${path}/beside/${there.id}`)).body
    expect(beside.match(/\(khác\)/g)).toHaveLength(2)
    expect(beside).toMatch(/Số bản<span class="doubt"> \(khác\)<\/span><\/h3>.*?Không có.*?<dd>2/s)
  })

  it('is closed after one more look at what the citizen will read', async () => {
    const { desk, send, path, page, there } = await prepare()
    const asked = await send('duplicate', { step: 'ask' })
    expect(asked.body).toContain('Đóng hồ sơ này vì trùng?')
    expect(asked.body).toContain(`Hồ sơ đi tiếp là ${OTHER}`)
    expect(asked.body).toContain('trong 24 giờ thu lại được')
    expect(asked.body).toContain(`name="to" value="${OTHER}"`)
    expect(desk.books.decided).toEqual([])
    const done = await send('duplicate', { step: 'do' })
    expect([done.statusCode, done.headers.location]).toEqual([303, `${path}?done=duplicate`])
    expect((await page()).replace(/\s+/g, ' ')).toContain(`Trùng với hồ sơ ${OTHER}`)
    expect(await page(there)).toContain('Đã đóng vì trùng với hồ sơ này')
  })

  it('is closed once when the button is pressed twice', async () => {
    const { desk, send } = await prepare()
    const answers = [await send('duplicate', { step: 'do' }), await send('duplicate', { step: 'do' })]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect(desk.books.decided).toHaveLength(1)
  })

  it('stays open where the other one was withdrawn meanwhile, which is said at its field with what was typed', async () => {
    const { desk, send, there } = await prepare()
    desk.books.change(there.id, { status: 'withdrawn' })
    const answer = await send('duplicate', { step: 'ask', to: ' h12.99-300501-0099 ' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`Hồ sơ ${OTHER} không đi tiếp (công dân yêu cầu rút hồ sơ)`)
    expect(answer.body).toMatch(/id="same-as"[^>]*aria-invalid[^>]*value=" h12\.99-300501-0099 "/)
    expect(desk.books.decided).toEqual([])
  })

  it('goes on where both sides are closed for the other’s sake: the second officer is told', async () => {
    const { desk, send, there, here } = await prepare()
    const { cookie, csrf } = await signIn(desk.app)
    const fields = { csrf, revision: 1, to: here.code, step: 'do' }
    expect((await post(desk.app, `/staff/dossiers/${there.id}/duplicate`, fields, { cookie })).statusCode).toBe(303)
    const answer = await send('duplicate', { step: 'do' })
    expect([answer.statusCode, answer.body.includes('vừa được đóng vì trùng với chính hồ sơ này')]).toEqual([422, true])
  })

  it('is not shown again beside one that it was told apart from, on either page', async () => {
    const { desk, send, page, there, here } = await prepare()
    expect((await send('tell-apart')).statusCode).toBe(303)
    expect(await page()).not.toContain('Có thể trùng')
    expect(await page(there)).not.toContain('Có thể trùng')
    desk.books.add({ flow, code: 'H12.99-300501-0100', filedAt: NOW })
    expect(await page(here)).toContain('H12.99-300501-0100')
  })

  it('is not told apart twice', async () => {
    const { desk, send, here } = await prepare()
    const revision = async () => (await desk.books.dossiers.find(here.id))!.revision
    expect((await send('tell-apart', { revision: await revision() })).statusCode).toBe(303)
    expect((await send('tell-apart', { revision: await revision() })).statusCode).toBe(303)
    expect(desk.books.decided).toHaveLength(1)
  })

  it('shows which one goes on by its procedure, name and time before it is closed', async () => {
    const { send } = await prepare()
    const { body } = await send('duplicate', { step: 'ask' })
    expect(body).toMatch(/Hồ sơ đi tiếp<\/h2>.*0099.*trích lục hộ tịch.*nộp lúc/s)
    expect(body).not.toContain('gõ nhầm')
  })

  it('is doubted where the other is of another procedure and another person', async () => {
    const { send } = await prepare({ flow: 'khai-sinh', citizen: '999' as never, applicant: 'Lê Văn Tám' })
    const { body } = await send('duplicate', { step: 'ask' })
    expect(body).toContain('khác cả thủ tục lẫn người nộp')
    expect(body).toContain('Lê Văn Tám')
  })

  it.each([`Mã: ${OTHER}.`, `“${OTHER}”`, `hồ sơ ${OTHER.replaceAll('-', '–').toLowerCase()}, xin xem`])(
    'takes the code out of what was pasted around it: %s',
    async (to) => {
      const { send } = await prepare()
      const answer = await send('duplicate', { step: 'ask', to })
      expect([answer.statusCode, answer.body.includes(`Hồ sơ đi tiếp là ${OTHER}`)]).toEqual([200, true])
    },
  )
})

describe('a dossier that another one was closed into', () => {
  const third = 'H12.99-300501-0777'
  const closedInto = async () => {
    const made = await prepare()
    const { desk, send, there } = made
    desk.books.add({ flow, code: third })
    expect((await send('duplicate', { step: 'do' })).statusCode).toBe(303)
    const { cookie, csrf } = await signIn(desk.app)
    const sendThere = (type: string, fields: Record<string, string | number> = {}) =>
      post(desk.app, `/staff/dossiers/${there.id}/${type}`, { csrf, revision: 1, step: 'ask', ...fields }, { cookie })
    return { ...made, sendThere }
  }

  it('is not closed into a third, and the officer reads which one was promised it and what to do', async () => {
    const { sendThere, desk, here } = await closedInto()
    const answer = await sendThere('duplicate', { to: third, step: 'do' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`Hồ sơ ${here.code} đã được đóng vì trùng với hồ sơ này`)
    expect(answer.body).toContain(`Xin mở hồ sơ ${third} và chọn đóng vào hồ sơ này`)
    expect(desk.books.decided).toHaveLength(1)
  })

  it('is turned away only after the officer was told who waits for it', async () => {
    const { sendThere, here } = await closedInto()
    const answer = await sendThere('decline', { words: 'Thiếu giấy tờ kèm theo.' })
    expect(answer.body).toContain('Đã có 1 hồ sơ đóng vì trùng với hồ sơ này')
    expect(answer.body).toContain(`href="/staff/dossiers/${here.id}"`)
  })
})
