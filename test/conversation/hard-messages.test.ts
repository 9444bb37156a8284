import { describe, expect, it } from 'vitest'
import { createChat } from './chat.ts'
import { flowsNamed, smallProcedures } from './finding-flows.ts'

/** Sunday 22 November 2026, 09:30: the clock of domain §10. */
const NOW = Date.parse('2026-11-22T09:30+07:00')
const flows = await flowsNamed(
  ['menu', 'tra-cuu', 'rut-ho-so', 'cap-giay-di-duong', 'trich-luc-ho-tich'],
  smallProcedures,
)

const chatAt = (...texts: string[]) => {
  const chat = createChat(flows)
  chat.now = NOW
  chat.says(...texts)
  return chat
}
const PASS_TO_PHONE = ['#lam:cap-giay-di-duong', '#co', '#tu-nhap', 'Nguyễn Văn An', '096190012345'] as const

describe('the hard cases we were given', () => {
  it('1: a birth certificate for the baby is the registration, not the copy', () => {
    const chat = chatAt()
    const said = chat.says('toi muon lam giay khai sinh cho be')
    expect(said).toContain('[Đăng ký khai sinh]')
    expect(said).not.toContain('trích lục')
    chat.says('đúng')
    expect(chat.step()).toBe('thu-khai-sinh/dong_y')
  })

  it('3: a malformed unit is repaired, confirmed, and the second factor asked for', () => {
    const chat = chatAt()
    expect(chat.says('H12.35.7-261118-0042 toi dau roi')).toContain('“H12.35.07-261118-0042”')
    chat.says('đúng')
    expect(chat.send({ type: 'FACTS', found: false, facts: {} })).toContain('mã tra cứu gồm 4 chữ')
  })

  it('5: a code with spaces and a short number is confirmed', () =>
    expect(chatAt().says('H12.20 261118 42')).toMatch(/“H12.20-261118-0042”[^]*\[Đúng\]/))
  it('a code written with nothing but spaces is a candidate too', () =>
    expect(chatAt().says('h12 20 261118 0042 xong chua')).toMatch(/“H12.20-261118-0042”[^]*\[Đúng\]/))

  it('17: the second of a list and its fee, and the procedure stays in mind', () => {
    const chat = chatAt('menu', 'làm khai sinh, rồi đăng ký tạm trú')
    const second = chat.session.asking?.what === 'which procedure' && chat.session.asking.flows[1]
    expect(chat.says('cái thứ 2, phí bn')).toMatch(/Lệ phí/)
    expect(chat.session.about).toBe(second)
    chat.says('làm đi')
    expect(chat.session.position?.flow).toBe(second)
  })

  it('19: a draft is cancelled after a question; a filed dossier is another thing', () => {
    const chat = chatAt(...PASS_TO_PHONE)
    expect(chat.says('thôi hủy đi')).toContain('muốn hủy')
    chat.says('có')
    expect(chat.session.drafts).toEqual([])
    chat.says('rút hồ sơ H12.20-261118-0042')
    expect(chat.last.at(-1)).toEqual({
      type: 'query',
      query: { name: 'dossier', code: 'H12.20-261118-0042', factor: '' },
    })
    const said = chat.send({
      type: 'FACTS',
      found: true,
      facts: { code: 'H12.20-261118-0042', procedure: 'x', status: 'y', dossier: 'd1' },
    })
    expect(said).toContain('không lấy lại được')
    expect(chat.wanted('withdraw')).toEqual([])
  })

  it('21: a plate and a journey mean the pass, and its legal basis is told before anything is asked', () => {
    const chat = chatAt()
    const said = chat.says('xe 69B1-234.56 cho tom tu nam can len can tho tu 5h sang mai toi thu 6')
    expect(said).toContain('[Cấp giấy đi đường]')
    expect(chat.says('phải')).toContain('Hiện không có lệnh hạn chế đi lại')
    const heard = chat.session.position?.context.heard
    expect(heard).toMatchObject({
      plate: { value: '69-B1 234.56' },
      from: { shown: 'Xã Năm Căn' },
      to: { shown: 'Cần Thơ' },
    })
    expect(heard?.['validFrom']?.shown).toBe('05:00 23/11/2026')
    expect(chat.step()).toBe('cap-giay-di-duong/dong_y')
  })

  it('23: a photo before any consent is neither fetched nor kept', () => {
    const chat = chatAt()
    const said = chat.sends('a')
    expect(said).toMatch(/chưa lưu ảnh[^]*nhạy cảm[^]*bằng chữ/)
    expect(chat.sends('b')).toBe('')
    chat.now += 11_000
    expect(chat.sends('c')).toMatch(/chưa lưu ảnh/)
    expect(chat.wanted('fetch')).toEqual([])
  })

  it('N9: tt is asked back', () => {
    const said = chatAt().says('lam tt cho tui')
    expect(said).toMatch(/thường trú, tạm trú[^]*\[Đăng ký tạm trú\]/)
    expect(chatAt('lam tt cho tui').session.position).toBeUndefined()
  })

  it('a price asked with the procedure between its words is answered', () =>
    expect(chatAt().says('phí làm giấy đi đường bao nhiêu')).toContain('Lệ phí: không thu'))

  it.each([
    ['2/9 co lam viec ko', /ngày lễ/, /Năm sinh|khai sinh/],
    ['nhap khau', /./, /hàng hóa|hải quan/],
    ['khai sinh phi bn', /Hội đồng nhân dân/, /miễn phí|phí: 0 đồng/],
    ['1001193', /\[Đăng ký khai sinh\]/, /Mã hồ sơ/],
    ['toi ten Đỗ Thị Đó', /./, /quyền sử dụng đất/],
    ['I need help please', /Vietnamese[^]*1800 1096/, /undefined/],
    ['ជួយខ្ញុំផង', /Khmer[^]*1800 1096/, /undefined/],
  ] as const)('naive: %j', (text, right, naive) => {
    const said = chatAt().says(text)
    expect(said).toMatch(right)
    expect(said).not.toMatch(naive)
  })

  it('naive: a code pasted with en dashes is a code', () => {
    const chat = chatAt('H12.20–261118–0042')
    expect(chat.last.at(-1)).toMatchObject({ query: { code: 'H12.20-261118-0042' } })
  })

  it('naive: a voice message is met with what can be done', () =>
    expect(chatAt().send({ type: 'UNSUPPORTED', what: 'voice' })).toMatch(/chưa nghe được[^]*cần việc gì/))
})

describe('ten more of the same kind', () => {
  it('a paper lost is a copy, not a death', () => {
    const said = chatAt().says('ba tui mất giấy khai sinh rồi làm sao')
    expect(said).toContain('trích lục')
    expect(said).not.toContain('chia buồn')
  })

  it('a death is met with sympathy, though no procedure is found', () =>
    expect(chatAt().says('mẹ tôi vừa mất hôm qua')).toContain('chia buồn'))

  it('a code with a day that has not come is refused with an example', () =>
    expect(chatAt().says('H12.20-301118-0042')).toMatch(/chưa tới[^]*Ví dụ/))

  it('a nod to a proposed reading confirms it, and is no small talk', () => {
    const chat = chatAt(...PASS_TO_PHONE.slice(0, 4), '96190012345', 'ok')
    expect(chat.session.position?.context.answers['citizenNumber']?.value).toBe('096190012345')
  })

  it('a question about the price at the question of the name is not a name', () => {
    const chat = chatAt('#lam:thu-tam-tru', '#co')
    expect(chat.says('phi bao nhieu')).toContain('15.000')
    expect(chat.session.position?.context.answers['applicant']).toBeUndefined()
  })

  it('thanks at the question of the name are no name either', () => {
    const chat = chatAt('#lam:thu-tam-tru', '#co')
    expect(chat.says('cảm ơn')).toMatch(/không có chi[^]*tên gì/)
  })

  it('a code at the question of the plate is a look-up, and the filing is kept', () => {
    const chat = chatAt('#lam:thu-tam-tru', '#co', 'Nguyễn Văn An', 'cho coi H12.20-261118-0042 voi')
    expect(chat.session.position?.flow).toBe('tra-cuu')
    expect(chat.session.drafts).toMatchObject([{ flow: 'thu-tam-tru' }])
  })

  it('another procedure corrected twice in one sentence is the last one', () =>
    expect(chatAt().says('không phải tạm trú, không làm khai sinh, ý tui là giấy độc thân')).toMatch(
      /^Có phải[^[]*\[Xác nhận tình trạng hôn nhân\]/,
    ))

  it('a yes to a list of several begins none of them', () => {
    const chat = chatAt('menu', 'phí bao nhiêu')
    chat.says('ok')
    expect(chat.step()).toBe('menu/chao')
  })

  it('a picture with words under it: the words are heard, the picture is not taken', () => {
    const chat = chatAt('menu')
    const said = chat.send({
      type: 'FILE',
      attachment: 'a' as never,
      kind: 'photo',
      url: 'https://x.test/1',
      caption: 'lam khai sinh',
    })
    expect(said).toMatch(/chưa lưu ảnh[^]*\[Đăng ký khai sinh\]/)
    expect(chat.wanted('fetch')).toEqual([])
  })

  it('a number of an identity card at the menu begins nothing and is not repeated', () => {
    const said = chatAt('menu').says('096190012345')
    expect(said).not.toContain('096190012345')
    expect(said).toContain('Tra cứu hồ sơ')
  })
})
