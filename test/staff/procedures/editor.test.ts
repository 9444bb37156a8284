import { describe, expect, it } from 'vitest'
import { SMALL_FLOW, changed } from '../../procedures/small-flow.ts'
import { EXAMPLES, openShelf, PATH } from './shelf.ts'

const reworded = changed('Ông/bà tên gì?', 'Xin cho biết họ tên.')
const broken = changed('next: chon', 'next: chonn')

describe('the list of procedures', () => {
  it('shows what is in force, the draft and its mistakes, and how many people are in the middle', async () => {
    const { get, save, shelf } = await openShelf()
    shelf.pinned.push({ flow: 'thu-nghiem', version: 1, step: 'hoi', citizens: 7 })
    await save(broken)
    const { body } = await get('/staff/procedures')
    expect(body).toMatch(/Thử nghiệm[^]*Bản 1\.1[^]*tệp cài sẵn[^]*Nháp, \d lỗi[^]*Trần Biên Tập[^]*7/)
  })

  it('begins a new procedure that may be published as it stands', async () => {
    const { get, post } = await openShelf()
    const answer = await post('/staff/procedures', { name: ' Đăng ký  nuôi con nuôi ' })
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/staff/procedures/dang-ky-nuoi-con-nuoi?done=saved',
    ])
    const { body } = await get('/staff/procedures/dang-ky-nuoi-con-nuoi')
    expect(body).toMatch(/Không có lỗi[^]*Xuất bản lần đầu/)
  })

  it.each([
    ['???', 'Ví dụ: Đăng ký nuôi con nuôi'],
    ['Thử nghiệm', 'Đã có một thủ tục'],
  ])('refuses the name %s with a sentence, and keeps it in its field', async (name, sentence) => {
    const { post } = await openShelf()
    const answer = await post('/staff/procedures', { name })
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(sentence)])
    expect(answer.body).toContain(`value="${name}"`)
  })
})

describe('the editor', () => {
  it('shows the published text, whatever stands in it, and says it is in force', async () => {
    const { get, shelf } = await openShelf()
    const hostile = changed('Ông/bà tên gì?', '</textarea><script>alert(1)</script>')
    await shelf.publishing.publish({ source: hostile, cases: '', by: '<b>An</b>' })
    const { body } = await get(PATH)
    expect(body).toMatch(/Đang dùng[^]*bản 1\.2/)
    expect(body).not.toMatch(/<script>alert|<b>An/)
    expect(body).toContain('&lt;/textarea')
  })

  it('saves a draft with what is wrong in it, and tells line, column and step', async () => {
    const { get, save } = await openShelf()
    expect((await save(broken)).headers.location).toBe(`${PATH}?done=saved`)
    const { body } = await get(`${PATH}?done=saved`)
    expect(body).toMatch(/Đã lưu bản nháp[^]*<a href="#verdict">Còn \d+ chỗ phải sửa<[^]*id="verdict"/)
    expect(body).toMatch(/href="#source-13"[^>]*>Dòng 13, cột 5<\/a><span class="soft">, bước hoi/)
    expect(body).toMatch(/<li id="source-13" class="marked">/)
    expect(body).not.toContain('Xuất bản…')
    expect(body).toMatch(/class="removed"[^]*next: chon<[^]*class="added"[^]*next: chonn</)
  })

  it('says what publishing would do to whom', async () => {
    const { get, save, shelf } = await openShelf()
    shelf.pinned.push({ flow: 'thu-nghiem', version: 1, step: 'hoi', citizens: 3 })
    await save(reworded)
    expect((await get(PATH)).body).toMatch(/Chỉ đổi lời[^]*bản 1\.2[^]*3 người đang làm dở thấy lời mới[^]*Xuất bản…/)
    const version2 = changed('version: 1', 'version: 2\nmoves: [{ from: 1, do: stop, say: Mẫu này đã bỏ. }]')
    await save(version2.replace('key: khong', 'key: chua'), { revision: 1 })
    expect((await get(PATH)).body).toMatch(/bản 2\.1[^]*3 người đang làm dở bản 1 phải dừng lại[^]*Mẫu này đã bỏ\./)
  })

  it('takes the line breaks of a browser for those of the text', async () => {
    const { save, shelf } = await openShelf()
    await save(SMALL_FLOW.replaceAll('\n', '\r\n'))
    expect(shelf.saved.get('thu-nghiem')?.source).toBe(SMALL_FLOW)
  })

  it('does not save over what somebody else saved since, and keeps what was typed', async () => {
    const { save, shelf } = await openShelf()
    await save(reworded)
    const answer = await save(broken)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toMatch(
      /Chưa lưu: bản nháp vừa được người khác thay đổi[^]*Trần Biên Tập đã lưu lúc[^]*next: chonn/,
    )
    expect(answer.body).toContain('name="revision" value="1"')
    expect(shelf.saved.get('thu-nghiem')?.source).toBe(reworded)
  })

  it('tells when something was published after the draft was saved', async () => {
    const { get, save, shelf, clock } = await openShelf()
    await save(reworded)
    clock.now += 60_000
    await shelf.publishing.publish({ source: changed('Cảm ơn', 'Xin cảm ơn'), cases: '', by: 'Lê Khác' })
    expect((await get(PATH)).body).toMatch(/Sau lần lưu này, Lê Khác đã xuất bản bản 1\.2/)
  })

  it('takes the longest text a procedure may have, and explains one that is too long without losing it', async () => {
    const { get, save } = await openShelf()
    const long = `${SMALL_FLOW}# ${'ướ'.repeat(95_000)}\n`
    expect((await save(long)).statusCode).toBe(303)
    expect((await get(PATH)).body).toContain('Không có lỗi')
    expect((await save(long + long, { revision: 1 })).statusCode).toBe(303)
    expect((await get(PATH)).body).toContain('Tệp quá lớn')
  })

  it('examines a text without saving it', async () => {
    const { post, shelf } = await openShelf()
    const { body, statusCode } = await post(`${PATH}/examine`, { source: broken, cases: EXAMPLES })
    expect(statusCode).toBe(200)
    expect(body).toMatch(/^<h2[^]*Còn \d chỗ phải sửa[^]*data-line="13"/)
    expect(shelf.saved.size).toBe(0)
  })

  it('drops a draft, but not one that was saved since', async () => {
    const { post, save, shelf } = await openShelf()
    await save(reworded)
    expect((await post(`${PATH}/discard`, { revision: 0 })).statusCode).toBe(409)
    expect(shelf.saved.size).toBe(1)
    expect((await post(`${PATH}/discard`, { revision: 1 })).headers.location).toBe(`${PATH}?done=discarded`)
    expect(shelf.saved.size).toBe(0)
    expect((await post(`${PATH}/discard`, { revision: 1 })).body).toContain('Không có bản nháp')
  })

  it('leads to the guide for clerks', async () => {
    const { get } = await openShelf()
    expect((await get(PATH)).body).toContain('href="/staff/procedures-guide"')
    const guide = await get('/staff/procedures-guide')
    expect([guide.headers['content-type'], guide.body]).toEqual([
      'text/html; charset=utf-8',
      expect.stringMatching(/<h1>Sửa thủ tục[^]*<h2 id="sua-mot-cau">Sửa một câu/),
    ])
  })

  it('runs its own script and no other', async () => {
    const { get } = await openShelf()
    const { headers, body } = await get(PATH)
    expect(headers['content-security-policy']).toMatch(/script-src 'self'; connect-src 'self'/)
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/staff/editor.js">'])
    expect((await get('/staff/editor.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await get(`${PATH}/history`)).headers['content-security-policy']).not.toContain('script-src')
  })

  it.each([
    '/staff/procedures/khong-co',
    '/staff/procedures/..%2fx',
    '/staff/procedures/A',
    `${PATH}/roll-back?version=9`,
  ])('says that there is nothing at %s', async (path) => {
    const { get } = await openShelf()
    expect((await get(path)).statusCode).toBe(404)
  })
})

describe('an officer', () => {
  it('sees procedures and cannot change them', async () => {
    const { get, shelf } = await openShelf('officer')
    await shelf.publishing.saveDraft({ flow: 'thu-nghiem', source: reworded, cases: '', revision: 0, savedBy: 'An' })
    const { body } = await get(PATH)
    expect(body).toMatch(/<textarea[^>]*readonly/)
    expect(body).not.toMatch(/<script|Xuất bản…|Kiểm tra và lưu nháp|Bỏ bản nháp này/)
    expect((await get('/staff/procedures')).body).not.toContain('Thêm thủ tục mới')
    expect((await get(`${PATH}/publish`)).body).not.toContain('Xuất bản ngay')
  })
})
