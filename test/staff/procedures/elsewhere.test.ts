import { describe, expect, it } from 'vitest'
import { SEED } from '../../../src/procedures/publish.ts'
import { published, TREES } from '../../procedures/elsewhere/entries.ts'
import { SMALL_FLOW } from '../../procedures/small-flow.ts'
import { clerk, get, officer, openDesk, post, signIn } from '../fakes.ts'

const LIST = '/staff/elsewhere'
const BIRTH_SAYS = [
  'làm giấy khai sinh cho con',
  'con mới sanh làm giấy',
  'khai sinh cho be',
  'đi khai sanh',
  'lam khai sinh',
]
const BIRTH = SMALL_FLOW.replace('flow: thu-nghiem', 'flow: khai-sinh').replace(
  'name: Thử nghiệm',
  `name: Đăng ký khai sinh\nwords: [khai sinh]\nsays: [${BIRTH_SAYS.join(', ')}]`,
)
const ROAD_SAYS = ['xin giấy đi đường', 'giay di duong cho xe tai', 'qua chốt cần giấy gì', 'xin giay qua chot']
const ROAD = SMALL_FLOW.replace('flow: thu-nghiem', 'flow: di-duong').replace(
  'name: Thử nghiệm',
  `name: Giấy đi đường\nwords: [giấy đi đường]\nsays: [${ROAD_SAYS.join(', ')}]`,
)

const typed = (more: Record<string, string | number> = {}) => ({
  ...{ id: '', revision: 0, name: TREES.name, where: TREES.where, phone: '', link: '', code: '', note: '' },
  ...{ near: '', says: TREES.says.join('\r\n'), source: 'chung', why: 'Nhiều người hỏi.', tries: '', taught: '' },
  ...more,
})

/** Two procedures, and a clerk who is signed in. */
async function openElsewhere(by = clerk.email) {
  const desk = await openDesk()
  const { publishing, catalogue } = desk.shelf
  for (const source of [BIRTH, ROAD]) await publishing.publish({ source, cases: '', by: SEED })
  await catalogue.refresh()
  const { cookie, csrf } = await signIn(desk.app, by)
  return {
    ...desk.shelf,
    ...{ desk, cookie, csrf },
    see: (path: string) => get(desk.app, path, cookie),
    send: (path: string, fields: Record<string, string | number>) =>
      post(desk.app, path, { csrf, ...fields }, { cookie }),
  }
}

describe('what is done elsewhere', () => {
  it('is written in a form, looked at with what changes, published, and told from then on', async () => {
    const { see, send, entries, catalogue } = await openElsewhere()
    expect((await see('/staff/procedures')).body).toContain(`href="${LIST}"`)
    expect((await see(`${LIST}/new`)).body).toMatch(/Thêm việc làm ở nơi khác[^]*name="near"[^]*Đăng ký khai sinh/)
    const look = await send(`${LIST}/check`, typed({ tries: 'trồng cây bàng' }))
    expect(look.statusCode).toBe(200)
    expect(look.body).toMatch(/Xuất bản được[^]*Người dân đọc[^]*Hỏi tại hạt kiểm lâm[^]*Đã thử lại \d+ câu/)
    expect(look.body).toMatch(/“trồng cây bàng”[^]*Hôm nay:[^]*Sau khi xuất bản:[^]*hạt kiểm lâm/)
    expect([entries.length, catalogue.elsewhere().length]).toEqual([0, 0])
    const done = await send(`${LIST}/publish`, typed())
    expect([done.statusCode, done.headers.location]).toEqual([303, `${LIST}?done=published`])
    expect(entries).toMatchObject([{ id: TREES.id, revision: 1, state: 'told', publishedBy: clerk.name, entry: TREES }])
    expect(catalogue.elsewhere()).toEqual([TREES])
    expect((await see(`${LIST}?done=published`)).body).toMatch(/Đã xuất bản[^]*Xin trồng cây[^]*Hỏi tại hạt kiểm lâm/)
    expect((await send(`${LIST}/try`, { sentence: 'tui muốn trồng cây xanh' })).body).toMatch(
      /role="status"[^]*kiểm lâm/,
    )
    expect((await see(`${LIST}/entry/${TREES.id}`)).body).toMatch(/Lần 1[^]*Trần Biên Tập[^]*Nhiều người hỏi\./)
  })

  it('is changed, ended and told again, and each time it is kept who did it and why', async () => {
    const { see, send, entries, catalogue } = await openElsewhere()
    await send(`${LIST}/publish`, typed())
    const again = typed({ id: TREES.id, revision: 1, where: 'Hỏi tại UBND xã.', why: 'Đổi nơi làm.' })
    expect((await send(`${LIST}/publish`, again)).headers.location).toBe(`${LIST}?done=published`)
    expect((await send(`${LIST}/publish`, { ...again, revision: 2 })).headers.location).toBe(`${LIST}?done=unchanged`)
    expect((await see(`${LIST}/entry/${TREES.id}/end`)).body).toContain('không còn được chỉ đến')
    const path = `${LIST}/entry/${TREES.id}/end`
    expect((await send(path, { revision: 2, why: '' })).statusCode).toBe(422)
    expect((await send(path, { revision: 1, why: 'Nay nộp được.' })).statusCode).toBe(409)
    expect((await send(path, { revision: 2, why: 'Nay nộp được.' })).headers.location).toBe(`${LIST}?done=ended`)
    expect(catalogue.elsewhere()).toEqual([])
    expect((await see(LIST)).body).toContain('Đã ngừng chỉ')
    expect((await see(path)).statusCode).toBe(404)
    await send(`${LIST}/publish`, { ...again, revision: 3 })
    expect(catalogue.elsewhere()).toMatchObject([{ where: 'Hỏi tại UBND xã.' }])
    expect(entries.map(({ state, why }) => [state, why])).toEqual([
      ['told', 'Nhiều người hỏi.'],
      ['told', 'Đổi nơi làm.'],
      ['ended', 'Nay nộp được.'],
      ['told', 'Đổi nơi làm.'],
    ])
  })

  it.each([
    ['no name', { name: '' }, 'name', 'Không được để trống'],
    ['a name that a procedure has', { name: 'Khai sinh' }, 'name', 'đã dẫn đến “Đăng ký khai sinh”'],
    ['a name too long', { name: 'a'.repeat(61) }, 'name', 'dài nhất 60 chữ'],
    ['a script', { where: '<script>alert(1)</script>' }, 'where', 'không dùng dấu &lt; và >'],
    ['a link that runs', { link: 'javascript:alert(1)', source: 'báo' }, 'link', 'bắt đầu bằng https://'],
    ['a link that is not encrypted', { link: 'http://example.vn', source: 'báo' }, 'link', 'bắt đầu bằng https://'],
    ['a telephone that is none', { phone: 'gọi cô Ba', source: 'báo' }, 'phone', 'chỉ gồm chữ số'],
    ['a number without a source', { phone: '1900 0000' }, 'source', 'phải có nguồn'],
    ['few sentences', { says: 'trồng cây\ntrồng rừng' }, 'says', 'cần ít nhất 5 câu'],
    [
      'a sentence of a procedure',
      { says: `${TREES.says.join('\n')}\n\nĐI KHAI SANH` },
      'says',
      'Dòng 7: Câu “ĐI KHAI SANH”',
    ],
    ['a procedure that is not there', { near: 'khong-co' }, 'near', 'Không có thủ tục'],
    ['no reason', { why: '' }, 'why', 'Xin ghi vì sao'],
  ])('is not taken with %s, and what was typed stays', async (_, more, field, because) => {
    const { send, entries } = await openElsewhere()
    for (const way of ['check', 'publish']) {
      const { statusCode, body } = await send(`${LIST}/${way}`, typed({ note: 'Mang căn cước.', ...more }))
      expect([statusCode, entries.length]).toEqual([422, 0])
      expect(body).toContain('<title>Lỗi: ')
      expect(body).toMatch(new RegExp(`href="#${field}">[^<]*${because}`, 'i'))
      expect(body).toContain('>Mang căn cước.</textarea>')
      expect(body).not.toContain('<script>')
    }
  })

  it('is refused where it would stand in the place of a procedure, with its sentences named', async () => {
    const { send, entries } = await openElsewhere()
    const says = BIRTH_SAYS.map((it) => `${it} nha`).join('\n')
    const { body, statusCode } = await send(`${LIST}/publish`, typed({ name: 'Giấy cho em bé', says, meant: 'yes' }))
    expect([statusCode, entries.length]).toEqual([422, 0])
    expect(body).toMatch(
      /Chưa xuất bản được[^]*đang dẫn đến thủ tục “Đăng ký khai sinh”[^]*“làm giấy khai sinh cho con nha”/,
    )
    expect(body).not.toContain('Xuất bản ngay')
  })

  it('that takes a sentence from a procedure is published only by who says that it is meant', async () => {
    const { send, entries } = await openElsewhere()
    const says = [...TREES.says, 'khai sinh cho be muon trong cay'].join('\n')
    const look = await send(`${LIST}/publish`, typed({ says }))
    expect([look.statusCode, entries.length]).toEqual([422, 0])
    expect(look.body).toMatch(/hôm nay đang mở một thủ tục[^]*khai sinh cho be muon trong cay[^]*name="meant"/)
    expect((await send(`${LIST}/publish`, typed({ says, meant: 'yes' }))).statusCode).toBe(303)
  })

  it('of two clerks the second is told so, keeps what was typed, and may then go on', async () => {
    const { send, entries } = await openElsewhere()
    entries.push(published(TREES), published(TREES, { revision: 2, publishedBy: 'Lê Thị Bình', publishedAt: 2 }))
    const mine = typed({ id: TREES.id, revision: 1, where: 'Hỏi cô Ba.' })
    for (const way of ['check', 'publish']) {
      const { statusCode, body } = await send(`${LIST}/${way}`, mine)
      expect([statusCode, entries.length]).toEqual([409, 2])
      expect(body).toMatch(/Lê Thị Bình vừa xuất bản[^]*name="revision" value="2"[^]*Hỏi cô Ba\./)
    }
    expect((await send(`${LIST}/publish`, { ...mine, revision: 2 })).statusCode).toBe(303)
    const twin = await send(`${LIST}/check`, typed())
    expect([twin.statusCode, twin.body.includes('Đã có việc mang tên này')]).toEqual([422, true])
  })

  it('shows what a newer file has, and takes it only when it is published', async () => {
    const { see, entries, seeded } = await openElsewhere()
    entries.push(published({ ...TREES, where: 'Hỏi cô Ba.' }))
    seeded.push(TREES)
    expect((await see(`${LIST}/entry/${TREES.id}`)).body).toMatch(/Bản cài sẵn[^]*from=file[^]*Hỏi cô Ba\.<\/textarea>/)
    expect((await see(`${LIST}/entry/${TREES.id}?from=file`)).body).toMatch(
      /ghi theo bản cài sẵn[^]*hạt kiểm lâm\.<\/textarea>/,
    )
    expect(entries).toHaveLength(1)
  })

  it('learns words that nobody understood, which are done with when it is published', async () => {
    const { see, send, entries, heard } = await openElsewhere()
    entries.push(published(TREES))
    const row = { id: 'a', flow: 'menu', step: 'chao', words: 'đem bụi chuối ra lộ', day: '2030-05-01' } as const
    heard.push(row, { ...row, id: 'b', words: 'Đem bụi chuối ra lộ!' })
    const form = await see('/staff/procedures-unheard/a')
    expect(form.body).toMatch(/Việc làm ở nơi khác[^]*value="elsewhere:xin-trong-cay"/)
    const taught = await send('/staff/procedures-unheard/a/teach', { words: row.words, to: `elsewhere:${TREES.id}` })
    expect(taught.body).toMatch(/name="taught" value="a"[^]*tui tính trồng mấy cây bàng ngoài lộ\nđem bụi chuối ra lộ/)
    expect([taught.statusCode, heard.length]).toEqual([200, 2])
    const says = [...TREES.says, row.words].join('\n')
    const done = await send(`${LIST}/publish`, typed({ id: TREES.id, revision: 1, says, taught: 'a', meant: 'yes' }))
    expect([done.statusCode, heard.length, entries.at(-1)?.entry.says.at(-1)]).toEqual([303, 0, row.words])
    heard.push(row)
    const fresh = await send('/staff/procedures-unheard/a/teach', { words: row.words, to: 'elsewhere:' })
    expect(fresh.body).toMatch(/Thêm việc làm ở nơi khác[^]*đem bụi chuối ra lộ<\/textarea>/)
    const gone = await send('/staff/procedures-unheard/a/teach', { words: row.words, to: 'elsewhere:khong-co' })
    expect(gone.statusCode).toBe(404)
  })

  it('is shown to officers, and changed by none of them', async () => {
    const { see, send, entries } = await openElsewhere(officer.email)
    entries.push(published(TREES))
    const { body } = await see(LIST)
    expect(body).toContain('Hỏi tại hạt kiểm lâm.')
    expect(body).not.toContain(`${LIST}/entry/`)
    for (const path of ['new', `entry/${TREES.id}`, `entry/${TREES.id}/end`])
      expect((await see(`${LIST}/${path}`)).statusCode).toBe(403)
    for (const path of ['check', 'publish', 'edit', 'try', `entry/${TREES.id}/end`])
      expect((await send(`${LIST}/${path}`, typed({ id: TREES.id, revision: 1 }))).statusCode).toBe(403)
    expect(entries).toHaveLength(1)
  })

  it('that is not there is said not to be there', async () => {
    const { see, send } = await openElsewhere()
    for (const answer of [
      await see(`${LIST}/entry/khong-co`),
      await send(`${LIST}/entry/khong-co/end`, { why: 'Không có.' }),
    ])
      expect([303, 404]).toContain(answer.statusCode)
    expect((await see(`${LIST}/entry/khong-co`)).body).toContain('Không có việc này')
  })
})
