import { DESK, posted } from '../../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import { NOW, samplePermit, travelDossier } from '../../permits/sample.ts'
import { aFile, type Desk, get, openDesk, post, signIn } from '../fakes.ts'

const PATH = '/staff/permits/waiting'
const somebody = (n: number) => ({
  code: `H12.99-300501-000${n}`,
  answers: travelDossier({ citizenNumber: `09619001000${n}`, applicant: `Người Thứ ${n}`, plate: `69C1-100.0${n}` })
    .answers,
})

async function prepare() {
  const desk = await openDesk()
  return { ...desk, ...(await signIn(desk.app)) }
}
const see = async ({ app, cookie }: Desk & { cookie: string }) => (await get(app, PATH, cookie)).body
const tick = async (desk: Desk & { cookie: string; csrf: string }, ...boxes: string[]) => {
  const payload = new URLSearchParams([
    ['csrf', desk.csrf],
    ['step', 'do'],
    ...boxes.map((box) => ['approve', box]),
  ]).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  return desk.app.inject({ method: 'POST', url: PATH, payload, headers: { ...headers, cookie: desk.cookie } })
}

describe('dossiers that wait for a permit', () => {
  it('are shown with person, vehicle, way and period, and with every check in words', async () => {
    const desk = await prepare()
    desk.books.add(somebody(1))
    desk.books.add({ ...somebody(2), status: 'done' })
    desk.books.add({ ...somebody(3), flow: 'trich-luc-ho-tich' })
    const page = await see(desk)
    for (const part of ['Người Thứ 1', '4 số cuối 0001', '69C1-100.01', '→', '06:00 01/05/2030', 'Khám, chữa bệnh'])
      expect(page).toContain(part)
    expect(page.split('class="fine">✓')).toHaveLength(5)
    expect(page).toContain('– Không gửi giấy tờ (không bắt buộc)')
    expect(page).not.toContain('✓</span> Đủ giấy tờ')
    expect(page).not.toMatch(/Người Thứ [23]|096190010001/)
    expect(page).toMatch(/type="checkbox" name="approve" value="00000001_1"/)
  })

  it.each([
    [
      'papers that have not arrived',
      {
        answers: [
          ...somebody(1).answers,
          { key: 'anh', label: 'Ảnh', value: '', shown: '', attachments: [aFile().id] },
        ],
      },
      'Chưa nhận đủ tệp',
    ],
    [
      'a time that has passed',
      { answers: travelDossier({ validFrom: String(NOW - 2), validUntil: String(NOW - 1) }).answers },
      'Thời gian hoặc nội dung chưa hợp lệ',
    ],
    ['a plate of nonsense', { answers: travelDossier({ plate: '<??>' }).answers }, 'Biển số không đọc được'],
  ])('cannot be ticked with %s', async (_what, changes, words) => {
    const desk = await prepare()
    const { id } = desk.books.add(changes)
    const page = await see(desk)
    expect(page).toContain(`! ${words}.`)
    expect(page.split('class="fine">✓').length).toBeGreaterThan(3)
    expect(page).toContain(`href="/staff/dossiers/${id}"`)
    expect(page).not.toContain('name="approve"')
    const answer = await tick(desk, `${id}_1`)
    expect(answer.body).toContain('Đã cấp giấy cho 0 hồ sơ, chưa cấp 1 hồ sơ.')
    expect(desk.books.decided).toEqual([])
  })

  it('cannot be ticked where they collide with a permit or the order has ended', async () => {
    const desk = await prepare()
    desk.books.add()
    desk.books.permitRows.push(await samplePermit({ dossier: 'other' as never }))
    expect(await see(desk)).toContain('! Có trùng.')
    desk.books.permitRows.length = 0
    desk.permitDesk.ended.set('trinh-dien-di-duong', NOW - 1)
    const page = await see(desk)
    expect(page).toContain('! Lệnh hết hiệu lực.')
    expect(page.split('class="doubt"')).toHaveLength(2)
    expect(page).not.toContain('name="approve"')
  })

  it('are granted those that were ticked, accepted first where nobody had, and the others stay', async () => {
    const desk = await prepare()
    const [fresh, accepted, left] = [
      desk.books.add(somebody(1)),
      desk.books.add({ ...somebody(2), status: 'accepted' }),
      desk.books.add(somebody(3)),
    ]
    const answer = await tick(desk, `${fresh.id}_1`, `${accepted.id}_1`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Đã cấp giấy cho 2 hồ sơ, chưa cấp 0 hồ sơ.')
    expect(desk.books.decided.map(({ dossier, row }) => [dossier, row.status])).toEqual([
      [fresh.id, 'accepted'],
      [fresh.id, 'done'],
      [accepted.id, 'done'],
    ])
    expect((await desk.books.dossiers.find(left.id))?.status).toBe('registered')
  })

  it('are granted once when the button is pressed twice, also at the same moment', async () => {
    const desk = await prepare()
    const { id } = desk.books.add(somebody(1))
    const answers = await Promise.all([tick(desk, `${id}_1`), tick(desk, `${id}_1`)])
    answers.push(await tick(desk, `${id}_1`, `${id}_1`))
    for (const { body } of answers) expect(body).toContain('Đã cấp giấy cho 1 hồ sơ, chưa cấp 0 hồ sơ.')
    expect(desk.books.permitRows).toHaveLength(1)
  })

  it('go on where the program stopped between accepting and granting', async () => {
    const desk = await prepare()
    const { id } = desk.books.add(somebody(1))
    await post(desk.app, `/staff/dossiers/${id}/accept`, { revision: 1, csrf: desk.csrf }, { cookie: desk.cookie })
    expect((await tick(desk, `${id}_1`)).body).toContain('Đã cấp giấy cho 1 hồ sơ')
  })

  it('are left alone when they changed meanwhile, and the others go on', async () => {
    const desk = await prepare()
    const [changed, whole] = [desk.books.add(somebody(1)), desk.books.add(somebody(2))]
    desk.books.change(changed.id, { status: 'withdrawn' })
    const { body } = await tick(desk, `${changed.id}_1`, `${whole.id}_1`, 'unknown_1', 'nonsense')
    expect(body).toContain('Đã cấp giấy cho 1 hồ sơ, chưa cấp 2 hồ sơ.')
    expect(body).toContain('Hồ sơ đã thay đổi')
    expect(desk.books.permitRows).toHaveLength(1)
  })

  it('ask for a tick when there is none', async () => {
    const desk = await prepare()
    desk.books.add(somebody(1))
    const answer = await tick(desk)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Ví dụ')
  })

  it('are those of one’s own agency alone, and others are not approved though their numbers are known', async () => {
    const desk = await prepare()
    const [ours, theirs] = [
      desk.books.add(somebody(1)),
      desk.books.add({ ...somebody(2), holder: 'H12.99.001', agency: 'H12.99.001' }),
    ]
    desk.accounts[0] = { ...desk.accounts[0]!, postings: posted(DESK, 'H12.99') }
    const page = await see(desk)
    expect([page.includes('Người Thứ 1'), page.includes('Người Thứ 2')]).toEqual([true, false])
    const payload = { csrf: desk.csrf, approve: `${theirs.id}_1` }
    const asked = await post(desk.app, PATH, payload, { cookie: desk.cookie })
    expect(asked.body).not.toContain('Người Thứ 2')
    await tick(desk, `${ours.id}_1`, `${theirs.id}_1`)
    expect([...new Set(desk.books.decided.map(({ dossier }) => dossier))]).toEqual([ours.id])
  })

  it('come in pages of fifty', async () => {
    const desk = await prepare()
    for (let i = 0; i < 51; i++) desk.books.add({ filedAt: NOW - i })
    const page = await see(desk)
    expect(page.split('<tr>')).toHaveLength(52)
    const [, next] = /class="button" href="(\/staff\/permits\/waiting\?after=[^"]+)"/.exec(page) ?? []
    expect((await get(desk.app, next!, desk.cookie)).body.split('<tr>')).toHaveLength(3)
  })
})

describe('the page of one dossier', () => {
  const open = async (desk: Awaited<ReturnType<typeof prepare>>, id: string) =>
    (await get(desk.app, `/staff/dossiers/${id}`, desk.cookie)).body

  it('shows before approval what it collides with, and nothing once it is decided', async () => {
    const desk = await prepare()
    const [{ id }, other] = [desk.books.add(), desk.books.add({ status: 'done', code: 'H12.99-300501-0077' })]
    const permit = await samplePermit({ dossier: other.id })
    desk.books.permitRows.push(permit)
    const page = await open(desk, id)
    expect(page).toMatch(new RegExp(`<b>Giấy số ${permit.number} còn hạn:</b> trùng người, trùng biển số`))
    expect(page).toContain(`href="/staff/dossiers/${other.id}">${other.code}</a>`)
    expect(page).toContain('Trùng với một hồ sơ khác nữa')
    desk.books.change(id, { status: 'done' })
    expect(await open(desk, id)).not.toContain('id="alike"')
  })

  it('says where nothing collides that it was looked for', async () => {
    const desk = await prepare()
    const page = await open(desk, desk.books.add().id)
    expect(page).toContain('Không thấy giấy hay hồ sơ nào trùng người')
    expect(page).not.toContain('khác nữa')
    expect(page.match(/id="alike"/g)).toHaveLength(1)
  })

  it('only says where something lies that may not be seen', async () => {
    const desk = await prepare()
    const [mine, theirs] = [desk.books.add(), desk.books.add({ holder: 'H12.99.001', agency: 'H12.99.001' })]
    desk.accounts[0] = { ...desk.accounts[0]!, postings: posted(DESK, 'H12.99') }
    const page = await open(desk, mine.id)
    expect(page).toContain('Một hồ sơ giống vậy đang ở')
    expect(page).not.toContain(`/staff/dossiers/${theirs.id}`)
  })

  it('tells two apart, which are shown beside each other no more and may be approved together', async () => {
    const desk = await prepare()
    const [one, other] = [desk.books.add(), desk.books.add({ code: 'H12.99-300501-0077' })]
    expect(await see(desk)).toContain('Có trùng')
    const fields = { csrf: desk.csrf, revision: 1, to: other.code }
    const told = await post(desk.app, `/staff/dossiers/${one.id}/tell-apart`, fields, { cookie: desk.cookie })
    expect(told.statusCode).toBe(303)
    for (const id of [one.id, other.id]) expect(await open(desk, id)).not.toContain('Có thể trùng')
    expect(await see(desk)).not.toContain('Có trùng')
    await tick(desk, `${one.id}_2`, `${other.id}_1`)
    expect(new Set(desk.books.permitRows.map(({ dossier }) => dossier))).toEqual(new Set([one.id, other.id]))
  })
})
