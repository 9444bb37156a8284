import { describe, expect, it } from 'vitest'
import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { get, openDesk, post, signIn } from '../fakes.ts'

async function openDossier() {
  const desk = await openDesk()
  const photo = { key: 'hen', label: 'Ảnh giấy hẹn', value: '', shown: '', attachments: ['a1' as AttachmentId] }
  const added = desk.books.add({
    status: 'accepted',
    answers: [photo, { key: 'purpose', label: 'Mục đích', value: 'kham', shown: 'Khám bệnh' }],
  })
  const { cookie, csrf } = await signIn(desk.app)
  const path = `/staff/dossiers/${added.id}`
  const send = (fields: Record<string, string | number>) =>
    post(desk.app, `${path}/ask`, { csrf, revision: 1, ...fields }, { cookie })
  return { ...desk, id: added.id, cookie, send, page: async () => (await get(desk.app, path, cookie)).body }
}

describe('the form that asks back', () => {
  it('offers every answer, what is usually wrong with its kind, and papers that were passed over', async () => {
    const { page } = await openDossier()
    const body = await page()
    for (const said of [
      'Ảnh giấy hẹn',
      '1 tệp',
      'Thiếu mặt sau',
      'Khám bệnh',
      'Giấy tờ kèm theo',
      'chưa gửi',
      'Thiếu giấy tờ khác',
    ])
      expect(body).toContain(said)
    expect(body).toMatch(/name="until" value="20\d\d-\d\d-\d\d"/)
  })

  it('sends what is ticked with what was chosen or written, and papers by their names', async () => {
    const { send, books } = await openDossier()
    const answer = await send({
      ...{ 'item-0': '1', 'fault-0': 'Thiếu mặt sau', 'item-1': '1', 'fault-1': 'Chọn chưa đúng, xin chọn lại' },
      ...{ 'why-1': 'Giấy hẹn ghi đi đám cưới', 'paper-1': 'Giấy chứng sinh', 'why-2': 'không tích nên không gửi' },
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('?done=ask')])
    expect(books.decided).toMatchObject([
      {
        actions: [
          {
            move: {
              wanted: [
                { key: 'hen', label: 'Ảnh giấy hẹn', why: 'Thiếu mặt sau' },
                { key: 'purpose', label: 'Mục đích', why: 'Giấy hẹn ghi đi đám cưới' },
                { key: 'giay:giay-chung-sinh', label: 'Giấy chứng sinh', why: 'Chưa gửi giấy này', isNew: true },
              ],
            },
          },
        ],
      },
    ])
  })

  it('says at its field what is missing, and keeps all that was filled in', async () => {
    const { send, books } = await openDossier()
    const answer = await send({
      ...{
        'item-0': '1',
        'item-1': '1',
        'why-1': 'Ghi rõ nơi khám',
        'paper-0': 'Giấy chứng sinh',
        words: 'Xin gửi sớm.',
      },
      until: '2020-01-01',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(/id="wrong-why-0">\s*Xin ghi mục “Ảnh giấy hẹn” sai chỗ nào/)
    expect(answer.body).toMatch(/id="wrong-until-ask">Xin chọn một ngày từ ngày mai/)
    for (const kept of ['value="Ghi rõ nơi khám"', 'value="Giấy chứng sinh"', 'Xin gửi sớm.', 'value="2020-01-01"'])
      expect(answer.body).toContain(kept)
    expect(answer.body.match(/name="item-\d" value="1" checked/g)).toHaveLength(2)
    expect(books.decided).toEqual([])
  })

  it('asks nothing of nobody: with neither a tick nor a word it is refused at the words', async () => {
    const { send } = await openDossier()
    const answer = await send({ until: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('id="wrong-words-ask"')
  })

  it('says that it was asked once, and wants to know why again', async () => {
    const { send, books, id, page } = await openDossier()
    await send({ 'item-0': '1', 'fault-0': 'Thiếu mặt sau' })
    books.change(id, { status: 'processing' })
    const { revision = 0 } = (await books.dossiers.find(id)) ?? {}
    expect(await page()).toContain('Đã yêu cầu bổ sung một lần')
    const without = await send({ revision, 'item-0': '1', 'fault-0': 'Thiếu mặt sau' })
    expect([without.statusCode, without.body.includes('id="wrong-again"')]).toEqual([422, true])
    const answer = await send({
      revision,
      'item-1': '1',
      'why-1': 'Ghi rõ nơi khám',
      again: 'Ảnh mới cho thấy khác.',
    })
    expect(answer.statusCode).toBe(303)
  })

  it('is pressed twice and asks once', async () => {
    const { send, books } = await openDossier()
    const fields = { 'item-0': '1', 'fault-0': 'Thiếu mặt sau' }
    expect([(await send(fields)).statusCode, (await send(fields)).statusCode]).toEqual([303, 303])
    expect(books.decided).toHaveLength(1)
  })
})
