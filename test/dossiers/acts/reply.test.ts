import { describe, expect, it } from 'vitest'
import type { Circumstances, OfficerAct, Standing } from '../../../src/dossiers/acts/act.ts'
import { apply, isRepeat } from '../../../src/dossiers/apply.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { lastDecision } from '../../../src/dossiers/take-back.ts'
import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { asked, at, officer, standing, standingAt } from '../standing.ts'
import { done, takeBack, tried } from '../tried.ts'

const TEXT = 'Ông/bà làm khai sinh ở phường An Xuyên được.'
const reply: OfficerAct = { type: 'reply', text: ` ${TEXT} ` }
const answer: OfficerAct = { type: 'answer', text: ` ${TEXT} ` }
const QUESTION = 'con tôi sinh ở Cần Thơ thì làm khai sinh ở Cà Mau được không?'

/** A question as `flows/hoi-can-bo` files it. */
const asking = (from: Standing, question = QUESTION): Standing => ({
  ...from,
  dossier: {
    ...from.dossier,
    answers: [{ key: 'content', label: 'Câu hỏi', value: question, shown: question }],
  },
  asking: 'content',
})
const told = (act: OfficerAct, from: Standing, more?: Partial<Circumstances>) =>
  done(act, from, more).messages.map((message) => (message.type === 'text' ? message.text : message.type))

const HEAD =
  'Hồ sơ H12.99-300501-0001\nCấp giấy đi đường\n\nUBND xã Đất Mũi trả lời ông/bà lúc 08:18 01/05/2030, người trả lời: Lê Cán Bộ.'

const CALL = 'Điện thoại cơ quan: 1800 1096 (miễn phí).'

describe('a reply', () => {
  it('names the agency, who answers and when, and the own question before the answer', () =>
    expect(told(reply, asking(standingAt('accepted')))).toEqual([
      `${HEAD}\n\nCâu hỏi của ông/bà: “${QUESTION}”\n\nTrả lời:\n${TEXT}\n\nHồ sơ vẫn đang được giải quyết; có tin mới, tôi nhắn ngay tại đây. Cần nói thêm, ông/bà nhắn “gặp cán bộ”. ${CALL}`,
    ]))

  it('is only the words where nothing was asked, and promises nothing when all is over', () =>
    expect(told(reply, standingAt('returned'))).toEqual([
      `${HEAD}\n\nTrả lời:\n${TEXT}\n\nCần hỏi thêm, ông/bà nhắn “gặp cán bộ”. ${CALL}`,
    ]))

  it('shortens a long question, and puts it on one line', () => {
    const [text] = told(reply, asking(standingAt('accepted'), `Dòng một\n${'rất dài '.repeat(60)}`))
    const line = text!.split('\n').find((one) => one.startsWith('Câu hỏi'))
    expect(line).toMatch(/^Câu hỏi của ông\/bà: “Dòng một rất dài .*…”$/)
    expect(line!.length).toBeLessThan(230)
  })

  it('leaves the dossier where it stands, and hides no decision from being taken back', () => {
    const change = done(reply, standingAt('done'))
    expect(change).toMatchObject({ row: { status: 'done' }, actions: [{ type: 'replied', note: TEXT }] })
    expect(lastDecision(afterChange(standingAt('done'), change).history)?.action.type).toBe('approved')
  })

  it('brings its files along, each in a message of its own', () => {
    const files = [
      { id: 'f1' as AttachmentId, type: 'picture' },
      { id: 'f2' as AttachmentId, type: 'document' },
    ] as const
    const change = done({ ...reply, files }, standingAt('accepted'))
    expect(change.files).toEqual(['f1', 'f2'])
    expect(change.actions[0]).toMatchObject({ attachments: ['f1', 'f2'] })
    expect(change.messages.slice(1)).toEqual([
      { type: 'picture', of: { attachment: 'f1' }, caption: 'Ảnh kèm câu trả lời, hồ sơ H12.99-300501-0001' },
      { type: 'document', of: { attachment: 'f2' } },
    ])
  })

  it.each([
    ['', 'Xin viết rõ câu trả lời'],
    ['ok', 'Xin viết rõ câu trả lời'],
    ['a'.repeat(1_301), 'dài quá 1300 chữ'],
  ])('is refused when it says %j', (text, because) =>
    expect(tried({ type: 'reply', text }, standingAt('accepted'))).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining(because) as string,
    }),
  )
})

describe('an answer that ends it', () => {
  it('is the result and hands it over, after the acceptance that nobody made', () => {
    const change = done(answer, asking(standingAt('registered')))
    expect(change.actions.map(({ type, by, status, note }) => [type, by.type, status, note])).toEqual([
      ['accepted', 'staff', 'accepted', undefined],
      ['answered', 'staff', 'done', TEXT],
      ['returned', 'program', 'returned', undefined],
    ])
    expect(change.row.status).toBe('returned')
  })

  it('begins the clock with its acceptance, as any acceptance does', () => {
    const termAt: Circumstances['termAt'] = () => ({ days: 3, counts: 'working', pause: 'resume' })
    const [accepted, answered] = done(answer, asking(standingAt('registered')), { termAt }).actions
    expect(accepted?.dueAt).toBe(done({ type: 'accept' }, standingAt('registered'), { termAt }).actions[0]?.dueAt)
    expect(answered?.dueAt).toBe(accepted?.dueAt)
  })

  it('waits for no supplement any more, and tells the chat so', () => {
    const change = done(answer, asking(asked('accepted')))
    expect(change.actions.map(({ type, status }) => [type, status])).toEqual([
      ['forwarded', 'processing'],
      ['answered', 'done'],
      ['returned', 'returned'],
    ])
    expect(change.event?.event.type).toBe('SUPPLEMENT_CLOSED')
  })

  it('says that it is over, how to ask on and how to rate', () => {
    const [message] = done(answer, asking(standingAt('accepted')), { rateFlow: 'danh-gia' }).messages
    expect(message).toMatchObject({
      text: expect.stringMatching(
        /Việc này đã được trả lời xong\. Cần hỏi thêm, ông\/bà nhắn “gặp cán bộ”\. Điện thoại cơ quan: 1800 1096/,
      ) as string,
      choices: [{ key: 'lam:danh-gia', label: 'Đánh giá phục vụ' }],
    })
  })

  it('is no way to end what has a result of its own, and what is answered is not approved', () => {
    expect(tried(answer, standingAt('accepted'))).toMatchObject({
      because: 'Thủ tục này kết thúc khi có kết quả, không kết thúc bằng một câu trả lời.',
    })
    expect(tried({ type: 'approve' }, asking(standingAt('accepted')))).toMatchObject({
      because: 'Việc này được trả lời, không duyệt: ông/bà chọn “Trả lời”.',
    })
  })

  it('can be taken back: the dossier waits again where it stood', () => {
    const from = asking(standing(['accepted', 'accepted']))
    const change = apply(from, answer, {
      ...{ by: { type: 'staff', id: officer.id, name: officer.name }, at: at(2), agencyName: 'UBND' },
      ...{ procedureName: 'Hỏi cán bộ', permitName: 'giấy' },
    })
    if (change.outcome !== 'changed') throw new Error(change.because)
    expect(done(takeBack, afterChange(from, change.change))).toMatchObject({ row: { status: 'accepted' } })
  })

  it('is known again when its button is pressed twice, unless other files came with it', () => {
    const from = asking(standingAt('accepted'))
    const { history } = afterChange(from, done(answer, from))
    expect(isRepeat(answer, officer.id, history)).toBe(true)
    expect(isRepeat({ ...answer, text: 'Khác hẳn' }, officer.id, history)).toBe(false)
    const files = [{ id: 'f1' as AttachmentId, type: 'picture' }] as const
    expect(isRepeat({ ...answer, files }, officer.id, history)).toBe(false)
  })
})

describe('a note', () => {
  it('tells the citizen nothing and changes nothing but the history', () => {
    const from = asked('accepted')
    const change = done({ type: 'note', text: ' Đã gọi điện. ' }, from)
    expect(change).toMatchObject({ row: { status: 'supplement' }, messages: [], files: [] })
    expect(change.event).toBeUndefined()
    expect(change.actions).toMatchObject([{ type: 'noted', note: 'Đã gọi điện.' }])
    expect(afterChange(from, change).dossier.lastAction).toBe('supplement asked')
  })

  it('says what is missing to whoever writes too little', () =>
    expect(tried({ type: 'note', text: 'x' }, standingAt('accepted'))).toMatchObject({
      because: expect.stringContaining('để đồng nghiệp hiểu') as string,
    }))
})
