import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchFlows } from '../../src/conversation/finding/search-flows.ts'
import { createChat } from './chat.ts'
import { flowsNamed, smallProcedures } from './finding-flows.ts'

const flows = await flowsNamed(
  ['menu', 'tra-cuu', 'rut-ho-so', 'cap-giay-di-duong', 'trich-luc-ho-tich'],
  smallProcedures,
)
const names = (text: string) => searchFlows(flows, text).map(({ flow }) => flow)
const saying = (...texts: string[]) => createChat(flows).says(...texts)

describe('the search', () => {
  it.each([
    ['toi muon lam giay khai sinh cho be', 'thu-khai-sinh'],
    ['gks', 'thu-khai-sinh'],
    ['giấy con', 'thu-khai-sinh'],
    ['làm giấy cho bé', 'thu-khai-sinh'],
    ['giấy độc thân', 'thu-doc-than'],
    ['giay doc than', 'thu-doc-than'],
    ['gpxd', 'thu-xay-nha'],
    ['mở hkd', 'thu-kinh-doanh'],
    ['1001193', 'thu-khai-sinh'],
    ['1.001193', 'thu-khai-sinh'],
    ['thủ tục 2.000635.000.00.00.H12', 'trich-luc-ho-tich'],
    ['tui bi mat khai sinh xin sao khai sinh', 'trich-luc-ho-tich'],
    ['dang ky tạm trú', 'thu-tam-tru'],
    ['lam giay di duog', 'cap-giay-di-duong'],
    ['trich luct ho tich', 'trich-luc-ho-tich'],
    ['hs toi dau roi', 'tra-cuu'],
    ['không phải khai sinh, ý em là trích lục', 'trich-luc-ho-tich'],
    ['khong lam khai sinh nua, doi qua tam tru', 'thu-tam-tru'],
    ['khong lam khai sinh nua doi qua tam tru', 'thu-tam-tru'],
    ['trích lục chứ không phải khai sinh', 'trich-luc-ho-tich'],
  ])('finds for %j the procedure %s and no other', (text, flow) => expect(names(text)).toEqual([flow]))

  it.each([
    'hôm nay trời mưa quá',
    'đó là cái gì',
    'Đỗ Văn Đó',
    'hs lớp 9',
    'không phải khai sinh',
    'nhập khẩu hàng hóa',
    '',
    'đường nào đi chợ',
  ])('finds nothing in %j', (text) => expect(names(text)).toEqual([]))

  it('follows the catalogue when it is replaced', async () => {
    expect(names('mở quán')).toEqual(['thu-kinh-doanh'])
    const fewer = await flowsNamed(['menu', 'tra-cuu'])
    expect(searchFlows(fewer, 'mở quán')).toEqual([])
  })
})

describe('`tt`', () => {
  it('is asked back with what there is, and the rest is said to be done elsewhere', () => {
    const said = saying('menu', 'lam tt cho tui')
    expect(said).toMatch(/thường trú, tạm trú, thủ tục[^]*Công an[^]*\[Đăng ký tạm trú\]/)
  })
})

describe('a question about a procedure', () => {
  it.each([
    ['làm khai sinh cần giấy gì', /Giấy chứng sinh/],
    [
      'tam tru phi bn',
      /15\.000 đồng mỗi lần[^]*Cổng Dịch vụ công[^]*7\.000 đồng[^]*Được miễn: trẻ em; hộ nghèo[^]*01\/07\/2025/,
    ],
    ['khai sinh mấy ngày có', /Trong ngày/],
    ['nộp khai sinh ở đâu', /UBND xã/],
    ['khai sinh theo luật nào', /Luật Hộ tịch/],
  ] as const)('%j is answered from the flow', (text, answer) => expect(saying('menu', text)).toMatch(answer))

  it('never shows a price of the council as nothing, except online and with where', () => {
    const said = saying('khai sinh phi bao nhieu')
    expect(said).toMatch(/Hội đồng nhân dân[^]*khi nộp trực tuyến trên Cổng Dịch vụ công quốc gia hoặc VNeID: 0 đồng/)
    expect(said).not.toMatch(/miễn phí|không thu|5\.000/)
  })

  it('alone is about the procedure talked about last', () => {
    expect(saying('khai sinh', 'phí bao nhiêu')).toContain('Hội đồng nhân dân')
    expect(saying('khai sinh', 'cần giấy gì', 'mấy ngày có', 'làm đi')).toContain('họ tên và biển số')
  })

  it('about nothing yet is asked which procedure, and then answered', () => {
    const chat = createChat(flows)
    expect(chat.says('menu', 'phí bao nhiêu')).toContain('thủ tục nào')
    expect(chat.says('tạm trú')).toMatch(/Lệ phí: 15\.000/)
  })

  it('in the middle of a filing leaves its question open', () => {
    const chat = createChat(flows)
    chat.says('#lam:thu-tam-tru', '#co')
    expect(chat.says('phí bao nhiêu vậy')).toMatch(/15\.000[^]*tên gì/)
    expect(chat.step()).toBe('thu-tam-tru/ho_ten')
  })

  it('shows everything behind its button', () =>
    expect(saying('#thong-tin:thu-khai-sinh')).toMatch(/Lệ phí[^]*Giấy tờ[^]*Thời hạn[^]*Nơi làm[^]*Căn cứ[^]*https/))
})

describe('two intents in one message', () => {
  it('an item of the list and a question are both heard', () => {
    const chat = createChat(flows)
    chat.says('menu', 'làm khai sinh với tạm trú')
    const second = chat.session.asking?.what === 'which procedure' && chat.session.asking.flows[1]
    expect(chat.says('cái thứ 2, phí bn')).toContain('Lệ phí')
    expect(chat.session.about).toBe(second)
  })

  it('two procedures are both offered, in the order in which they were named', () =>
    expect(saying('làm khai sinh với tra cứu luôn')).toMatch(/lần lượt[^]*\[Đăng ký khai sinh\][^]*\[Tra cứu hồ sơ\]/))
})

describe('a dossier code', () => {
  it.each(['H12.20-261118-0042', 'cho hoi ho so H12.20–261118–0042 toi dau roi'])(
    'typed anywhere is looked up: %j',
    (text) => {
      const chat = createChat(flows)
      chat.says(text)
      expect(chat.last.at(-1)).toEqual({
        type: 'query',
        query: { name: 'dossier', code: 'H12.20-261118-0042', factor: '' },
      })
    },
  )

  it.each([
    ['H12.35.7-261118-0042 toi dau roi', 'H12.35.07-261118-0042'],
    ['H12.20 261118 42', 'H12.20-261118-0042'],
  ])('that had to be guessed is confirmed first: %j', (text, code) => {
    const chat = createChat(flows)
    expect(chat.says('menu', text)).toContain(`“${code}”`)
    chat.says('đúng')
    expect(chat.last.at(-1)).toMatchObject({ query: { code } })
  })

  it('in the middle of a filing lays the filing aside, with the way back', () => {
    const chat = createChat(flows)
    chat.says('#lam:thu-tam-tru', '#co', 'Nguyễn Văn An')
    expect(chat.says('H12.20-261118-0042')).toContain('[Tiếp tục hồ sơ dở: Đăng ký tạm trú]')
    expect(chat.session.drafts).toMatchObject([{ flow: 'thu-tam-tru' }])
    chat.send({ type: 'FACTS', found: true, facts: { code: 'x' } })
    chat.says('tiếp tục')
    expect(chat.step()).toBe('thu-tam-tru/bien_so')
  })

  it('beside "rút hồ sơ" is taken back, not looked up', () => {
    const chat = createChat(flows)
    chat.says('rút hồ sơ H12.20-261118-0042')
    expect(chat.step()).toBe('rut-ho-so/tim_theo_ma')
  })
})

describe('another matter in the middle of a filing', () => {
  const filing = () => {
    const chat = createChat(flows)
    chat.says('#lam:thu-tam-tru', '#co', 'Nguyễn Văn An')
    return chat
  }

  it('is asked before it is gone over to, and no goes on', () => {
    const chat = filing()
    expect(chat.says('thôi tôi muốn làm khai sinh')).toMatch(/chuyển sang “Đăng ký khai sinh”[^]*\[Làm tiếp\]/)
    expect(chat.says('không')).toContain('Biển số')
    chat.says('doi qua khai sinh', 'ok')
    expect(chat.step()).toBe('thu-khai-sinh/dong_y')
    expect(chat.session.drafts).toMatchObject([{ flow: 'thu-tam-tru' }])
  })

  it('that is a look-up begins at once', () => {
    const chat = filing()
    expect(chat.says('hồ sơ tới đâu rồi')).toContain('Đã cất')
    expect(chat.wanted('query')).toMatchObject([{ query: { name: 'my dossiers' } }])
  })

  it('does not swallow an answer', () => {
    const chat = filing()
    chat.says('69B1-234.56')
    expect(chat.step()).toBe('thu-tam-tru/xem_lai')
  })
})

describe('what nobody understood', () => {
  it('is met with the menu and, the third time, a person', () => {
    const chat = createChat(flows)
    expect(chat.says('menu', 'hôm nay trời mưa quá')).toContain('Tra cứu hồ sơ')
    chat.says('mưa hoài')
    expect(chat.says('vẫn mưa')).toContain('1800 1096')
  })

  it('counts from the very first word', () => expect(saying('trời mưa', 'mưa hoài', 'vẫn mưa')).toContain('1800 1096'))

  it('but is near to something is met with the nearest', () => {
    const likely = ['coi lại giấy', 'đi xin lại', 'xin hoãn lại', 'bỏ ba cái chuyện đó', 'chạy xe đường xa']
    const unsure = likely.filter((text) => names(text).length === 0).map((text) => saying('menu', text))
    expect(unsure).toContainEqual(expect.stringContaining('một trong các việc'))
  })
})

describe('talk', () => {
  it.each([
    ['ba tôi mới mất hôm qua, phải làm gì', 'chia buồn'],
    ['em học lớp 9 muốn làm tạm trú', 'giám hộ'],
    ['mày là ai', 'máy trả lời'],
    ['cảm ơn nha', 'không có chi'],
    ['tks', 'không có chi'],
    ['ok', 'Dạ vâng'],
    ['đồ điên', 'Xin lỗi'],
    ['ad ơi', 'tôi đây'],
    ['I want to apply for a birth certificate', 'khai sinh'],
    ['Can you help me please', 'only read Vietnamese'],
    ['ខ្ញុំចង់ធ្វើសំបុត្រកំណើត', '1800 1096'],
    ['我要办出生证', '1800 1096'],
    ['2/9 co lam viec ko', 'ngày lễ'],
  ])('%j is answered with %j', (text, answer) => {
    expect(saying('menu', text)).toContain(answer)
    expect(saying(text)).toContain(answer)
  })

  it.each([
    'mất giấy khai sinh',
    'làm khai sinh cho con mất mấy ngày',
    'căn cước của ba bị mất rồi',
    'tối ngủ không được',
  ])('hears no death and no insult in %j', (text) => expect(saying('menu', text)).not.toMatch(/chia buồn|Xin lỗi/))
})

describe('whatever is typed, wherever', () => {
  const words = ['khai sinh', 'tt', 'phí bn', 'không phải', 'ý em là', 'H12.20-261118-0042', 'rút hồ sơ', 'tra cứu', 'cái thứ 2', 'ok', 'cảm ơn', 'đổi qua', 'tạm trú', '69B1-234.56', 'từ', 'lên cần thơ', '1.001193', 'ba tôi mất', 'lớp 9', '|', '#thong-tin:thu-tam-tru', 'menu', '我', '2'] // prettier-ignore
  const message = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((it) => it.join(' '))

  it('is answered within limits, and an open filing is never lost unless it is filed or begun anew', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
        const chat = createChat(flows)
        chat.says('#lam:thu-tam-tru', '#co', 'Nguyễn Văn An')
        for (const text of messages) {
          const isAsked = chat.session.asking?.what === 'draft or anew'
          chat.says(text)
          expect(chat.last.length, text).toBeGreaterThan(0)
          for (const effect of chat.last)
            if (effect.type === 'say' && effect.message.type === 'text')
              expect(effect.message.text.length).toBeLessThanOrEqual(2_000)
          if (chat.wanted('file').length > 0) return
          // "Go on, or begin anew?" was answered with anew.
          if (isAsked && chat.step() === 'thu-tam-tru/dong_y') return
          const all = [...chat.session.drafts, ...(chat.session.position ? [chat.session.position] : [])]
          expect(
            all.some((it) => it.flow === 'thu-tam-tru' && it.context.answers['applicant']),
            text,
          ).toBe(true)
        }
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })
})
