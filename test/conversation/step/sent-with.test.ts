import { describe, expect, it } from 'vitest'
import { emptyContext } from '../../../src/conversation/flow/answers.ts'
import type { CitizenEvent } from '../../../src/conversation/words/events.ts'
import { NEW_SESSION } from '../../../src/conversation/words/session.ts'
import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { parseEvents } from '../../../src/zalo/events.ts'
import { variant } from '../../zalo/fixture.ts'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const at = (flow: string, step: string, facts: Record<string, string> = {}) =>
  createChat(flows, {
    ...NEW_SESSION,
    position: { flow, version: flows.current(flow)?.version ?? 1, step, context: emptyContext(facts) },
  })

const WORDS = 'Đèn đường ấp 4 tắt một tuần nay'
let sent = 0
const photo = (caption?: string): CitizenEvent => {
  const attachment = `a${sent++}` as AttachmentId
  return { type: 'FILE', attachment, kind: 'photo', url: 'https://x.test/1', ...(caption !== undefined && { caption }) }
}
/** As Zalo sends it. */
const zalo = (event: string, text: string | undefined, type: string, payload: object): CitizenEvent[] => [
  ...parseEvents(
    variant(event, { message: { ...(text !== undefined && { text }), attachments: [{ type, payload }] } }),
    'z' as AttachmentId,
  ),
]
const PLACE = { coordinates: { latitude: '9.17690', longitude: '105.15000' } }
const MEDIA = { url: 'https://cdn.example.test/1', thumbnail: 'https://cdn.example.test/t' }
const LINK = 'https://example.test/anh'

/** Everything that can come with words, and what of the words is kept where any sentence may be the answer. */
const CARRIERS: [string, (text: string) => CitizenEvent[], RegExp][] = [
  ['a link', (text) => zalo('user_send_link', `${text} ${LINK}`, 'link', { url: LINK }), /tuần nay https:\/\/example\.test\/anh$/],
  ['a link beside the words', (text) => zalo('user_send_link', text, 'link', { url: LINK, title: 'Ảnh' }), /tuần nay\nhttps:\/\/example\.test\/anh$/],
  ['a photo', (text) => [photo(text)], /tuần nay$/],
  ['a video', (text) => zalo('user_send_video', text, 'video', MEDIA), /tuần nay$/],
  ['a moving picture', (text) => zalo('user_send_gif', text, 'gif', MEDIA), /tuần nay$/],
  ['a video, under it', (text) => zalo('user_send_video', undefined, 'video', { ...MEDIA, description: text }), /tuần nay$/],
  ['a photo, under it', (text) => zalo('user_send_image', undefined, 'Photo', { ...MEDIA, description: text }), /tuần nay$/],
  ['a voice message', (text) => zalo('user_send_audio', text, 'audio', MEDIA), /tuần nay$/],
  ['a sticker', (text) => zalo('user_send_sticker', text, 'sticker', { id: '1' }), /tuần nay$/],
  ['a document', (text) => zalo('user_send_file', text, 'file', { ...MEDIA, name: 'a.pdf' }), /tuần nay$/],
  ['a place', (text) => zalo('user_send_location', text, 'location', PLACE), /tuần nay\nVị trí trên bản đồ \(9,17690, 105,15000\)$/],
  ['something new', (text) => zalo('user_send_image', text, 'hologram', MEDIA), /tuần nay$/],
  ['a photo without an address', (text) => zalo('user_send_image', text, 'image', {}), /tuần nay$/],
  ['a reply to an earlier message', (text) => [...parseEvents(variant('user_send_text', { message: { text, quote_msg_id: 'q' } }), 'z' as AttachmentId)], /tuần nay$/],
] // prettier-ignore

describe.each(CARRIERS)('words that come with %s', (_, carried, kept) => {
  it('are the answer where any sentence may be one', () => {
    const chat = at('phan-anh', 'noi_dung')
    carried(WORDS).forEach(chat.send)
    expect(chat.step()).toBe('phan-anh/o_dau')
    expect(chat.session.position?.context.answers['content']?.value).toMatch(kept)
  })

  it('choose at a choice', () => {
    const chat = at('phan-anh', 'loai_viec')
    carried('Việc khác').forEach(chat.send)
    expect(chat.session.position?.context.answers['kind']?.value ?? chat.last).toBe('khac')
  })

  it('are part of a reply to an officer', () => {
    const chat = at('bo-sung', flows.current('bo-sung')?.start ?? '', { dossier: 'd1', code: 'H12', question: '?' })
    carried(WORDS).forEach(chat.send)
    const [answer] = Object.values(chat.session.position?.context.answers ?? {})
    expect(answer?.value).toMatch(kept)
  })

  it('are understood at the menu', () => {
    const chat = createChat(flows)
    chat.says('menu')
    expect(carried('làm giấy khai sinh cho con').map(chat.send).join('\n')).toContain('[Đăng ký khai sinh]')
  })

  it('steer like any others', () => {
    const chat = at('phan-anh', 'loai_viec')
    carried('menu').forEach(chat.send)
    expect(chat.step()).toBe('menu/chao')
  })

  it('are heard when a life is in danger', () => {
    const chat = at('phan-anh', 'anh')
    expect(carried('tôi muốn tự tử').map(chat.send).join('\n')).toContain('lo cho ông/bà')
  })
})

describe('what comes with words', () => {
  it.each([
    ['user_send_video', 'video', /video/],
    ['user_send_gif', 'gif', /ảnh động/],
    ['user_send_audio', 'audio', /thoại/],
    ['user_send_image', 'image', /ảnh hay tệp/],
  ] as const)('is never dropped silently: %s', (event, type, said) => {
    const chat = at('phan-anh', 'noi_dung')
    expect(zalo(event, WORDS, type, MEDIA).map(chat.send).join('\n')).toMatch(said)
  })

  it('a caption goes with its file, and into a reply of words and files', () => {
    const reply = at('bo-sung', flows.current('bo-sung')?.start ?? '', { dossier: 'd1', code: 'H12', question: '?' })
    reply.send(photo('giấy ra viện của mẹ tôi'))
    expect(reply.wanted('fetch')).toMatchObject([{ caption: 'giấy ra viện của mẹ tôi' }])
    reply.stored(reply.wanted('fetch')[0]?.attachment ?? '')
    const [answer] = Object.values(reply.session.position?.context.answers ?? {})
    expect(answer).toMatchObject({ value: 'giấy ra viện của mẹ tôi', attachments: [expect.any(String) as string] })

    const papers = at('phan-anh', 'anh')
    papers.send(photo('chỗ cột đèn'))
    papers.send(photo('chỗ khúc cua'))
    expect(papers.wanted('fetch').map(({ caption }) => caption)).toEqual(['chỗ cột đèn', 'chỗ khúc cua'])
  })

  it('a caption that Zalo repeats under each photo of an album answers one question', () => {
    const chat = at('phan-anh', 'noi_dung')
    for (let i = 0; i < 3; i++) chat.send(photo(WORDS))
    expect(chat.step()).toBe('phan-anh/o_dau')
    expect(chat.session.position?.context.answers).not.toHaveProperty('place')
  })

  it('two captions of one album are both heard', () => {
    const chat = at('phan-anh', 'noi_dung')
    chat.send(photo(WORDS))
    chat.send(photo('trước trường học ấp 4'))
    expect(chat.session.position?.context.answers['place']?.shown).toBe('trước trường học ấp 4')
  })

  it('the picture of a card is read, and what stands under it is not kept', () => {
    const chat = at('cap-giay-di-duong', 'the_can_cuoc')
    expect(chat.send(photo('thẻ của tôi'))).toContain('chưa nhận ảnh')
    expect(chat.wanted('fetch')).toEqual([])
    chat.says('#the_can_cuoc.dong-y')
    expect(chat.send(photo('thẻ của tôi'))).toMatch(/không giữ[^]*Đang đọc/)
    expect(chat.wanted('fetch')).toMatchObject([{ purpose: 'card' }])
    expect(chat.wanted('fetch')[0]).not.toHaveProperty('caption')
  })
})

describe('a question for a place', () => {
  const answered = (...events: CitizenEvent[]) => {
    const chat = at('phan-anh', 'o_dau')
    events.forEach(chat.send)
    return chat.session.position?.context.answers['place']
  }

  it.each([
    ['https://maps.app.goo.gl/AbC123', 'https://maps.app.goo.gl/AbC123'],
    ['https://www.google.com/maps?q=9.1769,105.15', '9.1769,105.15'],
    ['https://www.google.com/maps/place/x/@9.1769,105.15,17z/data=!3m1', '9.1769,105.15'],
    ['https://maps.google.com/?ll=9.1769%2C105.15', '9.1769,105.15'],
  ])('takes a map link: %s', (url, value) => {
    expect(answered(...zalo('user_send_link', url, 'link', { url }))?.value).toBe(value)
    expect(answered(...zalo('user_send_link', undefined, 'link', { url }))?.value).toBe(value)
    expect(answered({ type: 'TEXT', text: url })?.value).toBe(value)
  })

  it('keeps the words of a map link and of a point', () => {
    const link = zalo('user_send_link', 'trước chợ Năm Căn', 'link', { url: 'https://maps.google.com/?q=8.75,104.99' })
    expect(answered(...link)).toMatchObject({
      value: '8.75,104.99',
      shown: expect.stringContaining('trước chợ Năm Căn') as string,
    })
    const point = zalo('user_send_location', 'trước chợ Năm Căn', 'location', PLACE)
    expect(answered(...point)).toMatchObject({
      value: '9.1769,105.15',
      shown: expect.stringMatching(/Vị trí[^]*trước chợ Năm Căn/) as string,
    })
  })
})

describe('a link', () => {
  it('without words is said not to be opened where it is no answer', () => {
    expect(createChat(flows).says(LINK)).toMatch(/không mở được đường dẫn/)
    expect(at('phan-anh', 'loai_viec').says(LINK)).toMatch(/không mở được đường dẫn/)
  })

  it('beside an answer does not spoil it', () => {
    const chat = at('cap-giay-di-duong', 'ho_ten')
    chat.says(`Nguyễn Văn An ${LINK}`)
    expect(chat.session.position?.context.answers['applicant']?.value).toBe('Nguyễn Văn An')
  })
})

describe('a contact card', () => {
  const card = (): CitizenEvent[] =>
    zalo('user_send_business_card', 'Trần Mẫu', 'link', { description: '{"phone":"84912345678"}' })

  it('is the number where a number is asked, and words where any are', () => {
    const phone = at('phan-anh', 'dien_thoai')
    card().forEach(phone.send)
    expect(phone.session.position?.context.answers['phone']?.value).toBe('0912345678')
    const story = at('phan-anh', 'noi_dung')
    card().forEach(story.send)
    expect(story.session.position?.context.answers['content']?.value).toBe('Danh thiếp: Trần Mẫu, 84912345678')
  })

  it('that nobody asked for is answered', () =>
    expect(card().map(createChat(flows).send).join()).toContain('chưa dùng được danh thiếp'))
})
