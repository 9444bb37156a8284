import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import { get, openDesk, post, signIn } from '../fakes.ts'

const TEXT = 'Ông/bà làm khai sinh ở phường An Xuyên được, mang theo giấy chứng sinh.'
const QUESTION: Partial<Dossier> = {
  flow: 'hoi-can-bo',
  answers: [{ key: 'content', label: 'Câu hỏi', value: 'ở đâu?', shown: 'Làm khai sinh ở đâu?' }],
}
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n')
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')

async function openQuestion(changes: Partial<Dossier> = QUESTION) {
  const desk = await openDesk()
  const dossier = desk.books.add(changes)
  const { cookie, csrf } = await signIn(desk.app)
  const path = `/staff/dossiers/${dossier.id}`
  return {
    ...desk,
    ...{ dossier, cookie, csrf, path },
    page: async () => (await get(desk.app, path, cookie)).body,
    /** As a browser sends a form with files. */
    send: (fields: Record<string, string>, files: readonly (readonly [name: string, content: Buffer])[] = []) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ csrf, revision: '1', ...fields })) form.append(name, value)
      for (const [name, content] of files) form.append('files', new Blob([new Uint8Array(content)]), name)
      if (files.length === 0) form.append('files', new Blob([]), '')
      return sendForm(desk.app, `${path}/reply`, form, cookie)
    },
  }
}

async function sendForm(app: Awaited<ReturnType<typeof openDesk>>['app'], url: string, form: FormData, cookie: string) {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return app.inject({
    ...{ method: 'POST', url },
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

describe('the form that answers', () => {
  it('stands first and without a fold where the procedure is answered, and nothing is approved there', async () => {
    const desk = await openQuestion({ ...QUESTION, status: 'accepted' })
    const body = await desk.page()
    expect(body.indexOf('/reply"')).toBeLessThan(body.indexOf('/forward"'))
    expect(body).toContain('Trả lời và kết thúc')
    expect(body).not.toContain('Duyệt')
  })

  it('is folded, and ends nothing, where the procedure has another result', async () => {
    const body = await (await openQuestion({ status: 'accepted' })).page()
    expect(body).toMatch(/<details><summary>Trả lời người dân<\/summary><form[^>]*\/reply"/)
    expect(body).not.toContain('Trả lời và kết thúc')
    expect(body).toContain('Duyệt')
  })

  it('answers into the chat and ends the question', async () => {
    const desk = await openQuestion()
    const sent = await desk.send({ words: TEXT, step: 'close' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${desk.path}?done=answer`])
    expect(desk.books.decided).toMatchObject([
      { row: { status: 'returned' }, messages: [{ text: expect.stringContaining(`Trả lời:\n${TEXT}`) as string }] },
    ])
    const page = (await get(desk.app, `${desk.path}?done=answer`, desk.cookie)).body
    expect(page).toContain('Đã trả lời và kết thúc.')
    expect(page).toMatch(/Trả lời và kết thúc<\/strong>.*Đã xử lý xong/)
  })

  it('answers and leaves it open, from a plain form too', async () => {
    const desk = await openQuestion()
    expect((await desk.send({ words: TEXT, step: 'open' })).headers.location).toBe(`${desk.path}?done=reply`)
    const fields = { csrf: desk.csrf, revision: 2, words: `${TEXT} Thêm.`, step: 'open' }
    expect((await post(desk.app, `${desk.path}/reply`, fields, { cookie: desk.cookie })).statusCode).toBe(303)
    expect(desk.books.decided.map(({ row }) => row.status)).toEqual(['registered', 'registered'])
  })

  it('says at its field what is wrong with the words, and keeps them', async () => {
    const desk = await openQuestion()
    const refused = await desk.send({ words: 'ừ <b', step: 'close' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toMatch(/id="wrong-words-reply">Xin viết rõ câu trả lời/)
    expect(refused.body).toContain('>ừ &lt;b</textarea>')
    expect(desk.books.decided).toEqual([])
  })

  it('does it once when the button is pressed twice', async () => {
    const desk = await openQuestion()
    const [first, second] = [
      await desk.send({ words: TEXT, step: 'close' }),
      await desk.send({ words: TEXT, step: 'close' }),
    ]
    expect([first.statusCode, second.statusCode, desk.books.decided.length]).toEqual([303, 303, 1])
  })

  it('keeps what was written when somebody else was first', async () => {
    const desk = await openQuestion()
    desk.books.change(desk.dossier.id, { status: 'accepted' })
    const stale = await desk.send({ words: TEXT, step: 'close' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('vừa được người khác cập nhật')
    expect(stale.body).toContain(`>${TEXT}</textarea>`)
  })

  it('keeps what was written when the session had ended', async () => {
    const desk = await openQuestion()
    desk.sessionRows.clear()
    const answer = await desk.send({ words: TEXT, step: 'close' })
    expect([answer.statusCode, desk.books.decided]).toEqual([401, []])
    const kept = /name="kept" value="([^"]+)"/.exec(answer.body)?.[1] ?? ''
    expect(Buffer.from(kept, 'base64url').toString()).toContain(TEXT)
  })
})

describe('files with an answer', () => {
  it('are kept, shown in the history, and sent as a picture and a document', async () => {
    const desk = await openQuestion()
    const sent = await desk.send({ words: TEXT, step: 'open' }, [
      ['Mẫu tờ khai.pdf', PDF],
      ['ảnh.jpg', JPEG],
    ])
    expect(sent.statusCode).toBe(303)
    expect(desk.books.decided).toMatchObject([
      {
        files: ['f1', 'f2'],
        uploads: [
          {
            id: 'f1',
            name: 'Mẫu tờ khai.pdf',
            mime: 'application/pdf',
            state: 'stored',
            citizen: desk.dossier.citizen,
          },
          { id: 'f2', kind: 'photo', mime: 'image/jpeg' },
        ],
        messages: [{ type: 'text' }, { type: 'document', of: { attachment: 'f1' } }, { type: 'picture' }],
      },
    ])
  })

  it.each([
    ['a program', [['a.exe', Buffer.from('MZ, ảnh.jpg')]], 'không gửi qua Zalo được'],
    ['nothing at all', [['a.pdf', Buffer.alloc(0)]], 'là tệp trống'],
    ['too large a picture', [['a.jpg', Buffer.concat([JPEG, Buffer.alloc(1024 * 1024)])]], 'quá lớn'],
    ['far too much', [['a.pdf', Buffer.concat([PDF, Buffer.alloc(11 * 1024 * 1024)])]], 'quá lớn'],
    ['four of them', [1, 2, 3, 4].map((i) => [`${i}.pdf`, PDF] as const), 'nhiều nhất 3'],
  ] as const)('are refused at their field when one is %s, and the words stay', async (_what, files, because) => {
    const desk = await openQuestion()
    const refused = await desk.send({ words: TEXT, step: 'close' }, files)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toMatch(new RegExp(`id="wrong-files-reply">[^<]*${because}`))
    expect(refused.body).toContain(`>${TEXT}</textarea>`)
    expect(desk.books.decided).toEqual([])
  })
})

describe('a note', () => {
  it('is kept for the desk, and no message about it is promised or sent', async () => {
    const desk = await openQuestion()
    const fields = { csrf: desk.csrf, revision: 1, words: 'Đã gọi điện cho người dân.' }
    const noted = await post(desk.app, `${desk.path}/note`, fields, { cookie: desk.cookie })
    const page = (await get(desk.app, String(noted.headers.location), desk.cookie)).body
    expect(page).toContain('Đã lưu ghi chú. Người dân không thấy ghi chú này.')
    expect(page).not.toContain('chưa tới Zalo')
    expect(page).toMatch(/class="internal"[^]*Ghi chú nội bộ[^]*Đã gọi điện/)
    expect(desk.books.decided).toMatchObject([{ messages: [], row: { status: 'registered' } }])
  })
})
