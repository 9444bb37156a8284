import { describe, expect, it } from 'vitest'
import type { Dossier, DossierAction, FiledAnswer } from '../../../src/dossiers/dossier.ts'
import type { AttachmentId, StaffId } from '../../../src/kernel/ids.ts'
import { isOfficeAct } from '../../../src/dossiers/offered.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { aFile, get, openDesk, signIn } from '../fakes.ts'

const HOUR = 3_600_000
const answer = (key: string, label: string, value: string, more: Partial<FiledAnswer> = {}): FiledAnswer => ({
  key,
  label,
  value,
  shown: value,
  ...more,
})
const colleague = { type: 'staff' as const, id: 's2' as StaffId, name: 'Trần Thị Thảo' }

async function openPage(changes: Partial<Dossier> = {}, actions: DossierAction[] = []) {
  const desk = await openDesk()
  const dossier = desk.books.add(changes, actions)
  const { cookie } = await signIn(desk.app)
  return { ...desk, dossier, page: async () => (await get(desk.app, `/staff/dossiers/${dossier.id}`, cookie)).body }
}

const movesIn = (body: string) =>
  [...body.matchAll(/action="\/staff\/dossiers\/\w+\/([\w-]+)"/g)].flatMap(([, type = '']) =>
    // A duplicate is closed in a card of its own.
    isOfficeAct(type) || type === 'duplicate' ? [] : [type],
  )

describe('the page of a dossier', () => {
  it('shows the answers in the order of the questions', async () => {
    const answers = [answer('applicant', 'Họ và tên', 'Trần <Đượm>'), answer('plate', 'Biển số xe', '', { shown: '' })]
    const body = await (await openPage({ answers })).page()
    expect(body).toMatch(
      /<dt>Họ và tên<\/dt><dd>Trần &lt;Đượm><\/dd><dt>Biển số xe<\/dt><dd><span class="soft">Không có/,
    )
  })

  it.each(['096190012345', '381234567'])('hides the identity number %s until an officer opens it', async (digits) => {
    const body = await (await openPage({ answers: [answer('id', 'Số căn cước', digits)] })).page()
    const [, closed = '', open = ''] = /<summary>(.*?)<\/summary>(.*?)<\/details>/.exec(body) ?? []
    expect(closed).toContain(`${digits.slice(0, 3)}•`)
    expect(closed).not.toContain(digits)
    expect(open).toContain(digits)
    expect(body.split(digits)).toHaveLength(2)
  })

  it('shows a point on the map as the place it is near, with the way to the map', async () => {
    const shown = 'Vị trí trên bản đồ (8,75830, 104,99350): trước chợ'
    const body = await (await openPage({ answers: [answer('place', 'Nơi', '8.7583,104.9935', { shown })] })).page()
    expect(body).toMatch(
      /Vị trí trên bản đồ \(gần xã Năm Căn\): trước chợ <a href="https:[^"]*query=8\.7583,104\.9935"/,
    )
  })

  it('shows a phone number and an instant as they are', async () => {
    const answers = [
      answer('phone', 'Điện thoại', '0912345678'),
      answer('from', 'Đi từ', String(NOW), { shown: '07:30' }),
    ]
    expect(await (await openPage({ answers })).page()).toContain(
      '<dd><a href="tel:0912345678">0912345678</a></dd><dt>Đi từ</dt><dd>07:30</dd>',
    )
  })

  it('shows pictures small, documents by name, and says which files are missing', async () => {
    const attachments = ['a1', 'a2', 'a3', 'a4'] as AttachmentId[]
    const desk = await openPage({ answers: [answer('papers', 'Giấy tờ', '4', { shown: '4 tệp', attachments })] })
    const id = (text: string) => ({ id: text as AttachmentId })
    desk.attachments.push(
      aFile({ ...id('a1'), caption: 'mặt <sau> của giấy' }),
      aFile({ ...id('a2'), kind: 'document', mime: 'application/pdf', name: 'Giấy <hẹn>.exe', bytes: 340_000 }),
      aFile({ ...id('a3'), state: 'waiting' }),
    )
    const body = await desk.page()
    expect(body).toMatch(
      /<a href="\/staff\/dossiers\/00000001\/files\/a1"><img src="\/staff\/files\/a1" alt="Ảnh 1, giấy tờ"/,
    )
    expect(body).toMatch(
      /<a class="document" href="\/staff\/files\/a2">Giấy hẹn.pdf <span class="soft">\(340 KB, tải về\)/,
    )
    expect(body).toContain('<p class="caption">mặt &lt;sau> của giấy</p>')
    expect(body).toContain('Tệp đang tải về')
    expect(body).toContain('Tệp không dùng được')
  })

  it('tells who did what, when and why, the newest first', async () => {
    const body = await (
      await openPage({}, [
        { type: 'accepted', by: colleague, at: NOW - HOUR, status: 'accepted' },
        { type: 'supplement asked', by: colleague, at: NOW, status: 'supplement', note: 'Xin chụp <lại>.' },
      ])
    ).page()
    const history = body.slice(body.indexOf('class="history"'))
    expect(history).toMatch(
      /Yêu cầu bổ sung<.*Trần Thị Thảo.*07:30 01\/05\/2030.*Xin chụp &lt;lại>\..*Tiếp nhận<.*06:30.*Nộp hồ sơ<.*Người dân/,
    )
  })

  it.each([
    ['registered', ['accept', 'ask', 'decline']],
    ['accepted', ['approve', 'forward', 'ask', 'stop', 'refuse']],
    ['processing', ['approve', 'ask', 'stop', 'refuse']],
    ['stopped', ['return', 'forward', 'reopen']],
    ['done', ['return', 'reopen']],
    ['returned', ['reopen']],
    ['declined', []],
    ['withdrawn', []],
  ] as const)('offers for a dossier that is %s only %j', async (status, moves) => {
    expect(movesIn(await (await openPage({ status })).page())).toEqual([...moves, 'reply', 'note'])
  })

  it('offers a dossier asked about at the desk back to the desk, one asked about later on to the unit', async () => {
    const asked: DossierAction = { type: 'supplement asked', by: colleague, at: NOW, status: 'supplement' }
    const accepted: DossierAction = { type: 'accepted', by: colleague, at: NOW - HOUR, status: 'accepted' }
    const atDesk = await (await openPage({ status: 'supplement' }, [asked])).page()
    const later = await (await openPage({ status: 'supplement' }, [accepted, asked])).page()
    expect(movesIn(atDesk)).toEqual(['accept', 'decline', 'reply', 'note'])
    expect(movesIn(later)).toEqual(['forward', 'refuse', 'reply', 'note'])
    expect(later).toContain('Đang chờ người dân bổ sung từ 07:30 01/05/2030.')
  })

  it('keeps what hurts behind a fold that is closed', async () => {
    const body = await (await openPage({ status: 'accepted' })).page()
    expect(body).toMatch(/<details><summary class="danger">Từ chối giải quyết<\/summary><form[^>]*refuse/)
    expect(body).not.toContain('<details open')
  })

  it('says that approving a travel pass signs one, and nothing of the kind for other procedures', async () => {
    expect(await (await openPage({ status: 'accepted' })).page()).toContain('Duyệt và cấp giấy')
    const other = await (await openPage({ status: 'accepted', flow: 'trich-luc-ho-tich' })).page()
    expect(other).toContain('Duyệt hồ sơ')
  })

  it('shows a permit with its number, validity, picture and public page', async () => {
    const desk = await openPage({ status: 'done' })
    const permit = await samplePermit({ dossier: desk.dossier.id })
    desk.books.permitRows.push(permit)
    const body = await desk.page()
    expect(body).toContain(permit.number)
    expect(body).toContain('06:00 01/05/2030 đến 17:00 04/05/2030')
    expect(body).toContain(`src="/staff/permits/${permit.id}.png"`)
    expect(body).toContain(`href="/p/${permit.digits}"`)
    expect(movesIn(body)).toEqual(['return', 'reopen', 'reply', 'note', 'revoke'])
  })

  it.each([
    [{}, 'Đang có hiệu lực', true],
    [{ validFrom: NOW + 60_000 }, 'Chưa đến giờ hiệu lực', true],
    [{ validUntil: NOW }, 'Hết hạn', false],
    [{ revokedAt: NOW - HOUR, revokedBecause: 'Sai biển số.' }, 'Đã thu hồi', false],
  ])('says of a permit with %j: %s', async (changes, words, revocable) => {
    const desk = await openPage({ status: 'done' })
    desk.books.permitRows.push({ ...(await samplePermit({ dossier: desk.dossier.id })), ...changes })
    const body = await desk.page()
    expect(body).toContain(words)
    expect(movesIn(body).includes('revoke')).toBe(revocable)
    if ('revokedBecause' in changes) expect(body).toContain('Sai biển số.')
  })

  it('answers an unknown dossier with a page, not a fault', async () => {
    const { app } = await openPage()
    const { cookie } = await signIn(app)
    const missing = await get(app, '/staff/dossiers/ffff', cookie)
    expect([missing.statusCode, missing.body]).toEqual([404, expect.stringContaining('Không tìm thấy')])
  })
})
