import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChat, PASS_ANSWERS, textOf } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()

/** Sunday 22/11/2026, 09:30. */
const NOW = Date.parse('2026-11-22T09:30:00+07:00')
const chatAt = (...texts: string[]) => {
  const chat = createChat(flows)
  chat.now = NOW
  chat.says(...texts)
  return chat
}
type Chat = ReturnType<typeof chatAt>
const answersOf = (chat: Chat) => chat.session.position?.context.answers ?? {}
const heardOf = (chat: Chat) => chat.session.position?.context.heard ?? {}

describe('what is said before its question', () => {
  it('is read back together at the first of its questions, and one yes is for all of it', () => {
    const chat = chatAt('#lam:the-di-cho', '#co')
    const said = chat.says('Lê Thị Út, 096190012345, 0919123456')
    expect(answersOf(chat)['applicant']?.value).toBe('Lê Thị Út')
    expect(answersOf(chat)['phone']).toBeUndefined()
    expect(said).toMatch(/Ông\/bà đã nói:[^]*096••••••345[^]*0919123456/)
    chat.says('đúng')
    expect(answersOf(chat)).toMatchObject({ citizenNumber: { value: '096190012345' }, phone: { value: '0919123456' } })
    expect(chat.step()).toBe('the-di-cho/noi_cho')
  })

  it('is asked for anew when it was wrong, and the rest is still at hand', () => {
    const chat = chatAt('#lam:the-di-cho', '#co')
    chat.says('Lê Thị Út, 096190012345, 0919123456', 'không')
    expect(heardOf(chat)).toEqual({ phone: { value: '0919123456', shown: '0919123456' } })
    expect(chat.says('096190054321')).toContain('Ông/bà đã nói: 0919123456')
  })

  it('with two readings is asked with both', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, -2))
    const said = chat.says('mai 6h di toi 7h ve')
    expect(answersOf(chat)['validFrom']?.shown).toBe('06:00 23/11/2026')
    expect(said).toContain('[19:00 23/11/2026]\n[07:00 23/11/2026]')
  })

  it('of two places the citizen chooses, when the question comes', () => {
    const chat = chatAt('#lam:the-di-cho', '#co')
    chat.says('Lê Thị Út, ở phường An Xuyên', 'không', '096190012345, phường Tân Thành')
    expect(heardOf(chat)['agency']).toMatchObject({
      shown: 'Phường An Xuyên',
      otherwise: { shown: 'Phường Tân Thành' },
    })
  })

  it('a name goes to whose it is said to be', () => {
    const chat = chatAt('làm khai sinh cho bé gái Nguyễn Bảo Ngọc sinh 15/11/2026', '#lam:dang-ky-khai-sinh')
    expect(heardOf(chat)).toMatchObject({
      childName: { value: 'Nguyễn Bảo Ngọc' },
      childBirthDate: { value: '2026-11-15' },
    })
    expect(heardOf(chat)['applicant']).toBeUndefined()
    const stay = chatAt('đăng ký tạm trú, chủ nhà là bà Lê Thị Hồng', '#lam:dang-ky-tam-tru')
    expect(heardOf(stay)).toMatchObject({ landlord: { value: 'Lê Thị Hồng' } })
    expect(heardOf(stay)['applicant']).toBeUndefined()
  })

  it('a hospital is where a child was born, and not the commune of its name', () => {
    const chat = chatAt('làm khai sinh cho bé sanh ngày 10/11 tại bệnh viện Cái Nước', '#lam:dang-ky-khai-sinh')
    expect(heardOf(chat)).toMatchObject({ birthPlace: { value: 'bệnh viện Cái Nước' } })
    expect(heardOf(chat)['agency']).toBeUndefined()
  })

  it('where something is tells in which commune it is, too', () => {
    const chat = chatAt('phản ánh: rác đổ đầy mé sông ấp Mũi xã Đất Mũi cả tuần nay', '#lam:phan-anh')
    expect(heardOf(chat)).toMatchObject({ agency: { shown: 'Xã Đất Mũi' } })
  })

  it('is said to be written down when the last of several questions is asked alone', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 3), 'Lê Thị Út')
    expect(chat.says('so dt 0912345678')).toMatch(/Tôi đã ghi: Điện thoại 0912345678\.[^]*Số căn cước của người đi/)
  })

  it('in the sentence that asks for a procedure waits for its question, and nothing is filed by it', () => {
    const chat = chatAt('mở tiệm tạp hóa ở phường Tân Thành vốn 30 triệu', '#lam:thanh-lap-ho-kinh-doanh')
    expect(heardOf(chat)).toMatchObject({ agency: { shown: 'Phường Tân Thành' }, capital: { value: '30000000' } })
    expect(answersOf(chat)).toEqual({})
    expect(chat.wanted('file')).toEqual([])
  })

  it('is told at once, so that nobody says it twice', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 3))
    expect(chat.says('Lê Thị Út, 096190012345, xe 69B1-234.56')).toMatch(/Tôi ghi thêm: Biển số xe/)
    expect(Object.keys(heardOf(chat))).toEqual(['plate'])
  })

  it('at a list to choose from is no wrong choice: it waits, and the list is asked about again', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 3), 'Lê Thị Út, 096190012345, 0912345678')
    const said = chat.says('đi từ Đất Mũi lên phường An Xuyên, xe 69B1-234.56')
    expect(said).toMatch(/Nơi đi: Xã Đất Mũi[^]*Biển số xe: 69-B1 234.56[^]*đi để làm gì/)
    expect(Object.keys(heardOf(chat))).toEqual(['from', 'to', 'plate'])
    expect(chat.session.position?.context).toMatchObject({ failures: 0 })
    expect(chat.session.position?.context.between).toBeUndefined()
  })
})

/** Of kinds that are one thing only. */
const PARTS = {
  phone: ['0919123456', 'sdt 0919 123 456'],
  citizenNumber: ['096190012345', 'cccd 096 190 012 345'],
  plate: ['69B1-234.56', 'xe 69c-123.45'],
  to: ['lên Cần Thơ', 'đến xã Đất Mũi'],
}

it('no fact that was read is lost between two turns: it is answered, waits, or is asked about', () => {
  const part = fc
    .subarray(Object.keys(PARTS) as (keyof typeof PARTS)[], { minLength: 1 })
    .chain((names) => fc.tuple(fc.constant(names), fc.tuple(...names.map((name) => fc.constantFrom(...PARTS[name])))))
  fc.assert(
    fc.property(part, fc.integer({ min: 3, max: 7 }), ([names, words], turn) => {
      const chat = chatAt(...PASS_ANSWERS.slice(0, turn))
      const before = answersOf(chat)
      // A second value of what was answered is a correction.
      fc.pre(names.every((name) => before[name] === undefined))
      chat.says(words.join(', '))
      const { proposal } = chat.session.position?.context ?? {}
      for (const name of names)
        expect(
          before[name] ?? answersOf(chat)[name] ?? heardOf(chat)[name] ?? proposal,
          `${name} of ${words.join(', ')}`,
        ).toBeTruthy()
      expect(textOf(chat.last)).not.toBe('')
      expect(chat.wanted('file')).toEqual([])
    }),
    { numRuns: 60 },
  )
})
