import { describe, expect, it } from 'vitest'
import type { Card } from '../../src/conversation/words/events.ts'
import type { AttachmentId } from '../../src/kernel/ids.ts'
import { createChat } from './chat.ts'
import { flowsNamed } from './finding-flows.ts'

const flows = await flowsNamed(['menu', 'cap-giay-di-duong'])
const PASS = 'cap-giay-di-duong'
const CARD: Card = {
  number: '096190012345',
  name: 'Nguyễn Thị Ánh',
  birthDate: '1990-03-05',
  sex: 'nu',
  address: 'Ấp 1, xã Đất Mũi, Cà Mau',
}

const atCard = () => {
  const chat = createChat(flows)
  chat.says(`#lam:${PASS}`, '#co')
  return chat
}
const read = (chat: ReturnType<typeof atCard>, card = CARD, attachment = 'a') =>
  chat.send({ type: 'CARD_READ', attachment: attachment as AttachmentId, card })
const asked = () => {
  const chat = atCard()
  chat.says('đồng ý')
  chat.sends('a')
  return chat
}

describe('the card question', () => {
  it('says which data are read, what for, that the picture is not kept and may be refused', () => {
    const chat = createChat(flows)
    expect(chat.says(`#lam:${PASS}`, '#co')).toMatch(
      /họ tên, số căn cước[^]*xóa ảnh ngay[^]*nhạy cảm[^]*từ chối[^]*\[Tôi đồng ý, đọc mã QR trên thẻ\][^]*\[Tôi tự nhập\]/,
    )
  })

  it.each([
    '#tu-nhap',
    'tự nhập',
    'tui tự nhập',
    'nhập tay',
    'không',
    'không chụp đâu',
    'thoi hong chup dau, ghi tay',
    'bỏ qua',
    '2',
  ])('%j goes on by typing', (word) => {
    const chat = atCard()
    chat.says(word)
    expect(chat.step()).toBe(`${PASS}/ho_ten`)
    expect(chat.wanted('consent')).toHaveLength(1)
  })

  it('shows what a card says, names what it leaves out, and asks that later', () => {
    const chat = asked()
    const { name: _, ...nameless } = CARD
    const shown = read(chat, nameless)
    expect(shown).toMatch(/Số căn cước: [^]*không ghi rõ: họ và tên[^]*có đúng không/)
    expect(shown).not.toContain('undefined')
    chat.says('đúng')
    expect(chat.step()).toBe(`${PASS}/ho_ten`)
    expect(chat.session.position?.context.answers).toMatchObject({ citizenNumber: { value: CARD.number } })
  })

  it('fetches no picture before the consent', () => {
    const chat = atCard()
    expect(chat.sends('a')).toMatch(/nhạy cảm[^]*đồng ý/)
    expect(chat.wanted('fetch')).toEqual([])
    expect(chat.session.fetching).toEqual([])
  })

  it('records the consent, then fetches the picture for reading only', () => {
    const chat = asked()
    expect(chat.wanted('consent').at(-1)).toMatchObject({ step: 'the_can_cuoc', given: true })
    expect(chat.wanted('fetch')).toMatchObject([{ attachment: 'a', purpose: 'card' }])
  })

  it.each(['Tôi đồng ý, đọc mã QR trên thẻ', 'đọc thẻ', 'chụp thẻ', 'tui muon chup the'])(
    'takes the typed words “%s” for the button',
    (words) => {
      const chat = atCard()
      expect(chat.says(words)).toContain('chụp mặt thẻ')
    },
  )

  it('shows what was read, the number by its ends, and fills nothing before a yes', () => {
    const chat = asked()
    const said = read(chat)
    expect(said).toMatch(/Nguyễn Thị Ánh[^]*096••••••345[^]*\[Đúng\][^]*\[Chụp lại ảnh khác\][^]*\[Tôi tự nhập\]/)
    expect(said).not.toMatch(/096190012345|Ấp 1|05\/03\/1990/)
    expect(chat.session.position?.context.answers['applicant']).toBeUndefined()
  })

  it('fills the answers as their own questions would take them, and passes these by', () => {
    const chat = asked()
    read(chat)
    expect(chat.says('đúng')).toContain('Số điện thoại')
    expect(chat.session.position?.context).toMatchObject({
      answers: { applicant: { value: 'Nguyễn Thị Ánh' }, citizenNumber: { value: '096190012345' } },
      trail: ['dong_y', 'the_can_cuoc', 'ho_ten', 'so_can_cuoc'],
    })
    expect(chat.session.position?.context.card).toBeUndefined()
    expect(chat.session.position?.context.passing).toBeUndefined()
  })

  it('says when the number disagrees with the rest of the card, and goes on all the same', () => {
    const chat = asked()
    expect(read(chat, { ...CARD, sex: 'nam' })).toContain('không khớp')
    chat.says('đúng')
    expect(chat.step()).toBe(`${PASS}/dien_thoai`)
  })

  it('asks what the check of a question refuses', () => {
    const chat = asked()
    read(chat, { ...CARD, name: '123' })
    chat.says('đúng')
    expect(chat.step()).toBe(`${PASS}/ho_ten`)
    chat.says('Nguyễn Thị Ánh')
    expect(chat.says('giữ nguyên')).toContain('Số điện thoại')
  })

  it('takes another picture when what was read is wrong', () => {
    const chat = asked()
    read(chat)
    expect(chat.says('#the_can_cuoc.chup-lai')).toContain('mã QR')
    chat.sends('b')
    expect(read(chat, { ...CARD, name: 'Trần Thị Bé' }, 'b')).toContain('Trần Thị Bé')
  })

  it.each(['no code', 'other code', 'wrong type', 'too large', 'empty', 'unreachable'] as const)(
    'says what to do about a picture with %s, and offers typing',
    (because) => {
      const chat = asked()
      expect(chat.send({ type: 'CARD_UNREADABLE', attachment: 'a' as AttachmentId, because })).toMatch(
        /[^]*tự nhập[^]*\[Tôi tự nhập\]/i,
      )
      chat.sends('b')
      read(chat, CARD, 'b')
      chat.says('1')
      expect(chat.step()).toBe(`${PASS}/dien_thoai`)
    },
  )

  it('takes no PDF, and asks for one picture at a time', () => {
    const chat = atCard()
    chat.says('đồng ý')
    const pdf = { type: 'FILE', attachment: 'p' as AttachmentId, kind: 'document', url: 'https://x.test/1' } as const
    expect(chat.send(pdf)).toContain('ảnh chụp thẻ')
    chat.now += 11_000
    chat.sends('a')
    expect(chat.sends('b')).toContain('Đang đọc')
    expect(chat.wanted('fetch')).toHaveLength(1)
  })

  it('does not hear of a card that was read for a question left in the meantime', () => {
    const chat = asked()
    chat.says('tự nhập')
    expect(read(chat)).toBe('')
    expect(chat.step()).toBe(`${PASS}/ho_ten`)
  })

  it('can be gone back to', () => {
    const chat = atCard()
    chat.says('tự nhập')
    expect(chat.says('quay lại')).toContain('điền nhanh')
    chat.says('đồng ý')
    chat.sends('a')
    read(chat)
    chat.says('đúng')
    expect(chat.step()).toBe(`${PASS}/dien_thoai`)
  })
})
