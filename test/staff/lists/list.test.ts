import { WORK_LISTS } from '../../../src/staff/lists/work-lists.ts'
import { COLUMNS } from '../../../src/staff/lists/pages/list-columns.tsx'
import { type Role, ROLES } from '../../../src/dossiers/postings.ts'
import { posted } from '../../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../permits/sample.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

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
    const body = await page('/staff?list=all')
    expect(codesIn(body)).toEqual(['H12.99-300501-0002', 'H12.99-300430-0001'])
    expect(body).toContain('Trần &lt;b>Đượm')
    expect(body).toContain('<time title="04:30 01/05/2030" datetime="2030-04-30T21:30:00.000Z">3 giờ trước</time>')
    expect(body).toContain('1 ngày trước')
    expect(body).toContain('>Đã xử lý xong</span>')
  })

  it('begins with what waits for the desk: answered ones first, then by due time', async () => {
    const { books, page } = await openList()
    books.add({ code: 'LATER', dueAt: NOW + 9 * 3_600_000 })
    books.add({ code: 'SOON', dueAt: NOW + 3_600_000 })
    books.add({ code: 'ANSWERED', status: 'processing', lastAction: 'supplemented', dueAt: NOW + 99 * 3_600_000 })
    books.add({ code: 'DONE', status: 'done' })
    books.add({ code: 'ASKED', status: 'supplement', lastAction: 'supplement asked' })
    const body = await page('/staff')
    expect(codesIn(body)).toEqual(['ANSWERED', 'SOON', 'LATER'])
    expect(body).toMatch(/aria-current="page">Cần xử lý <b[^>]*>3<\/b>/)
    expect(codesIn(await page('/staff?list=answered'))).toEqual(['ANSWERED'])
    expect(codesIn(await page('/staff?list=citizen'))).toEqual(['ASKED'])
    expect(codesIn(await page('/staff?status=done'))).toEqual(['DONE'])
  })

  it('has lists of what is mine, of what nobody has taken, and of what I put aside', async () => {
    const { books, page, accounts } = await openList()
    const [me, other] = [accounts[0]!.id, accounts[1]!.id]
    books.add({ code: 'MINE', handler: me })
    books.add({ code: 'THEIRS', handler: other })
    books.add({ code: 'FREE' })
    books.add({ code: 'ASIDE', handler: me, asideUntil: NOW + 86_400_000 })
    expect(codesIn(await page('/staff?list=mine'))).toEqual(['MINE'])
    expect(codesIn(await page('/staff?list=unclaimed'))).toEqual(['FREE'])
    expect(codesIn(await page('/staff?list=aside'))).toEqual(['ASIDE'])
    const all = await page('/staff')
    expect(codesIn(all)).toHaveLength(3)
    expect(all).toContain('<td>Tôi</td>')
    expect(all).toContain('<td>Trần Biên Tập</td>')
  })

  it('lets what waits be taken in the list, and stays in it', async () => {
    const { app, books, page } = await openList()
    const row = books.add({ code: 'FREE' })
    const { cookie, csrf } = await signIn(app)
    const body = await page('/staff?list=unclaimed')
    expect(body).toContain('aria-label="Nhận hồ sơ FREE"')
    const fields = { csrf, revision: 1, back: 'list=unclaimed' }
    const answer = await post(app, `/staff/dossiers/${row.id}/take`, fields, { cookie })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff?list=unclaimed'])
    expect(codesIn(await page('/staff?list=unclaimed'))).toEqual([])
    expect(codesIn(await page('/staff?list=mine'))).toEqual(['FREE'])
    expect(codesIn(await page('/staff?list=touched'))).toEqual(['FREE'])
  })

  it('finds by a name and by a code, with nothing of it in the address, and keeps what was chosen before', async () => {
    const { app, books, page } = await openList()
    books.add({ code: 'H12.99-300501-0001', applicant: 'Trần Thị Đượm' })
    books.add({ code: 'H12.99-300501-0002', applicant: 'Lê Văn Tám', flow: 'trich-luc-ho-tich' })
    const { cookie, csrf } = await signIn(app)
    const find = async (typed: string, list = '') => {
      const answer = await post(app, '/staff/search', { csrf, typed, list }, { cookie })
      const address = String(answer.headers.location)
      return { address, body: (await get(app, address, cookie)).body }
    }
    const found = await find('tran duom', 'list=unclaimed')
    expect(found.address).toMatch(/^\/staff\?list=unclaimed&search=[\w-]+$/)
    expect(codesIn(found.body)).toEqual(['H12.99-300501-0001'])
    expect(found.body).toContain('value="tran duom"')
    expect(codesIn((await find('h12.99-300501-0002')).body)).toEqual(['H12.99-300501-0002'])
    expect((await find('<b>ai</b>')).body).toContain('với “&lt;b>ai&lt;/b>”')
    expect(codesIn(await page('/staff?procedure=cap-giay-di-duong'))).toEqual(['H12.99-300501-0001'])
    const body = await page('/staff?list=unclaimed&status=registered&procedure=trich-luc-ho-tich')
    expect(body).toContain('<input type="hidden" name="list" value="unclaimed"/>')
    expect(body).toContain('<option value="trich-luc-ho-tich" selected>')
    expect(body).toContain('<option value="registered" selected>')
  })

  it('goes on page by page, meeting every dossier once, also those filed at the same instant', async () => {
    const { books, page } = await openList()
    for (let i = 0; i < 123; i++) books.add({ code: `N${i}`, filedAt: NOW - Math.floor(i / 60) * 1000 })
    const met: (string | undefined)[] = []
    for (let path: string | undefined = '/staff?list=all'; path;) {
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
    const late = await page('/staff?list=late')
    expect(codesIn(late)).toEqual(['LATE'])
    expect(late).toMatch(/class="due late"[^]*quá hạn/)
    expect(late).toMatch(/Đến hạn hôm nay <b[^>]*>1<\/b>[^]*aria-current="page">Quá hạn <b[^>]*>1<\/b>/)
    expect(codesIn(await page('/staff?list=today'))).toEqual(['SOON'])
    expect(await page('/staff?status=supplement')).toContain('Tạm dừng')
  })

  it('says when the agency that has a dossier should be done with its own step, where that is before the legal day', async () => {
    const { books, page } = await openList()
    const by = { type: 'program' } as const
    const until = NOW + 3_600_000
    const add = (code: string, dueAt: number) =>
      books.add({ code, holder: 'H12.99.001', status: 'processing', dueAt }, [
        { type: 'accepted', by, at: NOW, status: 'accepted' },
        { type: 'handed over', by, at: NOW, status: 'processing', move: { holder: 'H12.99.001', until } },
      ])
    const dossier = add('EARLIER', NOW + 99 * 3_600_000)
    add('SAME', until)
    const body = await page('/staff?list=all')
    const rows = body.split('<tr>').filter((row) => /EARLIER|SAME/.test(row))
    expect(rows.map((row) => [...row.matchAll(/class="due /g)].length).toSorted()).toEqual([1, 2])
    expect(rows.find((row) => row.includes('EARLIER'))).toMatch(
      /bước của cơ quan: <\/span><span class="due soon"><time[^>]*>08:30 thứ Tư 01\/05\/2030<\/time>/,
    )
    expect(await page(`/staff/dossiers/${dossier.id}`)).toMatch(
      /bước của cơ quan này: xong trước <b>08:30 thứ Tư 01\/05\/2030<\/b>/,
    )
  })

  it('by due time goes on page by page, meeting every dossier once, also those due at the same instant', async () => {
    const { books, page } = await openList()
    for (let i = 0; i < 123; i++) books.add({ code: `N${i}`, dueAt: NOW - Math.floor(i / 60) * 1000 - 1 })
    const met: (string | undefined)[] = []
    for (let path: string | undefined = '/staff?list=late'; path;) {
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

  it.each([
    ['has answered', 'processing', 'supplemented', 'Người dân vừa bổ sung', true],
    ['took the time that was proposed', 'accepted', 'time chosen', 'Người dân đã chọn giờ hẹn', false],
    ['wishes for another time', 'supplement', 'time wished', 'Người dân xin giờ hẹn khác', true],
  ] as const)('points out a citizen who %s', async (_what, status, lastAction, said, isDesks) => {
    const { books, page } = await openList()
    books.add({ status, lastAction })
    expect(await page('/staff')).toContain(said)
    expect((await page('/staff?list=answered')).includes(said)).toBe(isDesks)
  })

  it('says why it is empty and leads back', async () => {
    const { page } = await openList()
    expect(await page('/staff')).toContain('Không có hồ sơ nào chờ cơ quan xử lý.')
    const body = await page('/staff?status=done')
    expect(body).toContain('<a href="/staff?list=all">Xem tất cả hồ sơ</a>')
  })
})

describe('what I opened last', () => {
  it('is listed with the newest look first, each dossier once, without a place to go on from', async () => {
    const { app, books, clock, page } = await openList()
    const { cookie } = await signIn(app)
    const [a, b] = [books.add({ code: 'FIRST' }), books.add({ code: 'SECOND', handler: 's2' as never })]
    books.add({ code: 'NEVER' })
    for (const { id } of [a, b]) {
      clock.now += 60_000
      await get(app, `/staff/dossiers/${id}`, cookie)
    }
    const body = await page('/staff?list=recent')
    expect(codesIn(body)).toEqual(['SECOND', 'FIRST'])
    expect(body).toContain('>Trần Biên Tập</td>')
    expect(body).toContain(`href="/staff/dossiers/${b.id}?from=list%3Drecent"`)
    expect(body).not.toContain('aria-label="Lọc danh sách"')
  })

  it('leaves out what its reader may not see any more', async () => {
    const { app, books, accounts, page } = await openList()
    const { cookie } = await signIn(app)
    const [mine, theirs] = [
      books.add({ code: 'MINE' }),
      books.add({ code: 'THEIRS', agency: 'H12.99.001', holder: 'H12.99.001' }),
    ]
    for (const { id } of [mine, theirs]) await get(app, `/staff/dossiers/${id}`, cookie)
    accounts[0] = { ...accounts[0]!, postings: posted(['leader'], 'H12.99') }
    expect(codesIn(await page('/staff?list=recent'))).toEqual(['MINE'])
  })
})

describe('a list, for whom', () => {
  const listOf = async (roles: readonly Role[], agency: string | undefined, path = '/staff?list=all') => {
    const { app, accounts, books } = await openDesk()
    books.add({ code: 'CENTRE' })
    books.add({ code: 'AN-XUYEN', agency: 'H12.99.001', holder: 'H12.99.001' })
    books.add({ code: 'HANDED', holder: 'H12.99.001' })
    books.add({ code: 'OF-OFFICIALS', isReserved: 1 })
    accounts[0] = { ...accounts[0]!, postings: posted(roles, agency) }
    const { cookie } = await signIn(app)
    const { body } = await get(app, path, cookie)
    return { body, codes: codesIn(body).sort() }
  }

  it.each([
    ['reception', 'H12.99', ['CENTRE', 'HANDED']],
    ['specialist', 'H12.99', ['CENTRE', 'HANDED']],
    ['leader', 'H12.99', ['CENTRE', 'HANDED', 'OF-OFFICIALS']],
    ['reception', 'H12.99.001', ['AN-XUYEN', 'HANDED']],
    ['leader', 'H12.99.001', ['AN-XUYEN', 'HANDED']],
    ['specialist', 'H12.99.002', []],
    ['specialist', undefined, ['AN-XUYEN', 'CENTRE', 'HANDED']],
    ['editor', 'H12.99', []],
    ['administrator', undefined, []],
  ] as const)('%s of %s: what belongs to their agency or lies there', async (role, agency, codes) => {
    expect((await listOf([role], agency)).codes).toEqual(codes)
  })

  it.each(WORK_LISTS.map(({ slug }) => slug))('"%s" shows no role anything of another agency', async (slug) => {
    for (const role of ROLES) {
      const { codes } = await listOf([role], 'H12.99.002', `/staff?list=${slug}`)
      expect([role, codes]).toEqual([role, []])
    }
  })

  it.each(WORK_LISTS)(
    '"$slug" has its own columns, and stands in the row of lists of its roles alone',
    async (list) => {
      for (const role of ROLES) {
        const { body, codes } = await listOf(
          [role],
          'unstaffed' in list ? undefined : 'H12.99',
          `/staff?list=${list.slug}`,
        )
        const isTheirs = (list.roles as readonly Role[]).includes(role)
        expect([role, body.includes(`aria-current="page">${list.name}`)]).toEqual([role, isTheirs])
        const heads = [...body.matchAll(/<th scope="col" data-column="\w+">([^<]+)</g)].map((match) => match[1])
        const [quick, all] = ['quick' in list, list.columns.map((column) => COLUMNS[column].head)]
        expect([role, quick, codes.length > 0 ? heads : all]).toEqual([role, quick, all])
        if (!isTheirs) expect(codes).toEqual([])
      }
    },
  )

  it('leaves the one agency of its reader out of the rows, and says where a dossier lies otherwise', async () => {
    const centre = await listOf(['leader'], 'H12.99')
    expect(centre.body.split('<table class="dossiers">')[1]).not.toContain('Trung tâm Phục vụ')
    expect(centre.body).toContain('<span class="soft">đang ở UBND phường An Xuyên</span>')
    const ward = await listOf(['leader'], 'H12.99.001')
    expect(ward.body).toContain('Trung tâm Phục vụ hành chính công tỉnh Cà Mau, đang ở cơ quan mình')
    expect((await listOf(['leader'], undefined)).body).toContain('<span class="soft">Trung tâm Phục vụ')
  })

  it('leads an administrator without a desk to the people', async () => {
    const { body } = await listOf(['administrator'], undefined, '/staff')
    expect(body).toContain('Tài khoản quản trị này không xử lý hồ sơ')
    expect(body).toContain('href="/staff/people"')
    expect(body).toContain('href="/staff/agencies"')
  })

  it('of what nobody works on is for reception and leaders of the whole province, and has hand-over at hand', async () => {
    const of = async (role: Role, agency?: string) => {
      const desk = await openDesk()
      desk.books.add({ code: 'CENTRE' })
      desk.books.add({ code: 'WARD', agency: 'H12.99.001', holder: 'H12.99.001' })
      desk.books.add({ code: 'CLOSED', agency: 'H12.99.900', holder: 'H12.99.900' })
      desk.accounts[0] = { ...desk.accounts[0]!, postings: posted([role], agency) }
      desk.accounts[1] = { ...desk.accounts[1]!, postings: posted(['specialist'], 'H12.99') }
      const { cookie } = await signIn(desk.app)
      const { body, statusCode } = await get(desk.app, '/staff?list=nobody', cookie)
      return { statusCode, body, codes: codesIn(body).sort() }
    }
    for (const role of ['reception', 'leader'] as const) {
      const { codes, body } = await of(role)
      expect([role, codes]).toEqual([role, ['CLOSED', 'WARD']])
      expect(body).toContain('<option value="hand-over">')
      expect((await of(role, 'H12.99')).statusCode).toBe(403)
    }
    expect((await of('specialist')).statusCode).toBe(403)
  })

  it('says so to who has nothing to do with dossiers, and offers agencies only to who has several', async () => {
    expect((await listOf(['editor'], 'H12.99')).body).toContain('chưa được giao việc xử lý hồ sơ')
    expect((await listOf(['leader'], 'H12.99')).body).not.toContain('id="agency"')
    expect((await listOf(['leader'], undefined)).body).toContain(
      '<option value="H12.99.001">UBND phường An Xuyên</option>',
    )
    expect((await listOf(['leader'], undefined, '/staff?list=all&agency=H12.99.001')).codes).toEqual([
      'AN-XUYEN',
      'HANDED',
    ])
    expect((await listOf(['leader'], 'H12.99', '/staff?list=all&agency=H12.99.001')).codes).toEqual([])
  })
})
