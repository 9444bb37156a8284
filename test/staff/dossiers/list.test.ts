import { describe, expect, it } from 'vitest'
import { NOW } from '../../permits/sample.ts'
import { administrator, get, openDesk, signIn } from '../fakes.ts'

const codesIn = (body: string) => [...body.matchAll(/<a class="code"[^>]*>([^<]+)</g)].map((match) => match[1])

async function openList() {
  const desk = await openDesk()
  const { cookie } = await signIn(desk.app)
  return { ...desk, page: async (path: string) => (await get(desk.app, path, cookie)).body }
}

describe('the list of dossiers', () => {
  it('shows the newest first, with age, status in words and applicant', async () => {
    const { books, page } = await openList()
    books.add({ code: 'H12.99-300430-0001', filedAt: NOW - 26 * 3_600_000, status: 'done' })
    books.add({ code: 'H12.99-300501-0002', filedAt: NOW - 3 * 3_600_000, applicant: 'Trần <b>Đượm' })
    const body = await page('/staff')
    expect(codesIn(body)).toEqual(['H12.99-300501-0002', 'H12.99-300430-0001'])
    expect(body).toContain('Trần &lt;b>Đượm')
    expect(body).toContain('<time title="04:30 01/05/2030" datetime="2030-04-30T21:30:00.000Z">3 giờ trước</time>')
    expect(body).toContain('1 ngày trước')
    expect(body).toContain('>Đã xử lý xong</span>')
  })

  it('filters by status and says how many there are of each', async () => {
    const { books, page } = await openList()
    books.add({ code: 'A' })
    books.add({ code: 'B', status: 'done' })
    books.add({ code: 'C', status: 'done' })
    const body = await page('/staff?status=done')
    expect(codesIn(body)).toEqual(['C', 'B'])
    expect(body).toMatch(/aria-current="page">Đã xử lý xong <b>2<\/b>/)
    expect(body).toMatch(/>Tất cả <b>3<\/b>/)
    expect(body).not.toContain('Đang xử lý <b>')
  })

  it('searches by part of a code and by procedure, and keeps the status chosen before', async () => {
    const { books, page } = await openList()
    books.add({ code: 'H12.99-300501-0001' })
    books.add({ code: 'H12.99-300501-0002', flow: 'trich-luc-ho-tich' })
    expect(codesIn(await page('/staff?code=0501-0002'))).toEqual(['H12.99-300501-0002'])
    expect(codesIn(await page('/staff?procedure=cap-giay-di-duong'))).toEqual(['H12.99-300501-0001'])
    const body = await page('/staff?status=registered&procedure=trich-luc-ho-tich&code=h12')
    expect(body).toContain('<input type="hidden" name="status" value="registered"/>')
    expect(body).toContain('<option value="trich-luc-ho-tich" selected>')
    expect(body).toContain('href="/staff?procedure=trich-luc-ho-tich&amp;code=H12"')
  })

  it('goes on page by page, meeting every dossier once, also those filed at the same instant', async () => {
    const { books, page } = await openList()
    for (let i = 0; i < 123; i++) books.add({ code: `N${i}`, filedAt: NOW - Math.floor(i / 60) * 1000 })
    const met: (string | undefined)[] = []
    for (let path: string | undefined = '/staff'; path;) {
      const body = await page(path)
      met.push(...codesIn(body))
      path = /<a class="button" href="([^"]+)">Xem thêm/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(met).toHaveLength(123)
    expect(new Set(met).size).toBe(123)
  })

  it('by due time has the most urgent first, says how late or near it is, and leaves out what is decided or paused', async () => {
    const { books, page } = await openList()
    books.add({ code: 'SOON', dueAt: NOW + 3_600_000 })
    books.add({ code: 'LATE', status: 'processing', dueAt: NOW - 26 * 3_600_000 })
    books.add({ code: 'LATER', dueAt: NOW + 14 * 24 * 3_600_000 })
    books.add({ code: 'DONE', status: 'done', dueAt: NOW - 1 })
    books.add({ code: 'ASKED', status: 'supplement', dueAt: null })
    const late = await page('/staff?due=late')
    expect(codesIn(late)).toEqual(['LATE'])
    expect(late).toMatch(/class="due late"[^]*quá hạn/)
    expect(late).toMatch(/aria-current="page">Quá hạn <b>1<\/b>[^]*Đến hạn hôm nay <b>1<\/b>/)
    expect(codesIn(await page('/staff?due=today'))).toEqual(['SOON'])
    expect(await page('/staff?status=supplement')).toContain('Tạm dừng')
  })

  it('by due time goes on page by page, meeting every dossier once, also those due at the same instant', async () => {
    const { books, page } = await openList()
    for (let i = 0; i < 123; i++) books.add({ code: `N${i}`, dueAt: NOW - Math.floor(i / 60) * 1000 - 1 })
    const met: (string | undefined)[] = []
    for (let path: string | undefined = '/staff?due=late'; path;) {
      const body = await page(path)
      met.push(...codesIn(body))
      path = /<a class="button" href="([^"]+)">Xem thêm/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([met.length, new Set(met).size]).toEqual([123, 123])
  })

  it('tells an administrator, and nobody else, of a year whose holidays nobody has compared', async () => {
    const { app, page } = await openList()
    expect(await page('/staff')).not.toContain('chưa được đối chiếu')
    const { cookie } = await signIn(app, administrator.email)
    expect((await get(app, '/staff', cookie)).body).toContain('Lịch nghỉ năm 2030 chưa được đối chiếu')
  })

  it('points out a citizen who has answered', async () => {
    const { books, page } = await openList()
    books.add({ status: 'processing', lastAction: 'supplemented' })
    expect(await page('/staff')).toContain('Người dân vừa bổ sung')
  })

  it('says why it is empty and leads back', async () => {
    const { page } = await openList()
    expect(await page('/staff')).toContain('Chưa có hồ sơ nào.')
    const body = await page('/staff?code=%3Cscript%3E')
    expect(body).toContain('với mã “&lt;SCRIPT>”')
    expect(body).toContain('<a href="/staff">Xem tất cả hồ sơ</a>')
  })
})
