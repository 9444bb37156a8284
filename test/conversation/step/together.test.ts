import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/conversation/flow/compile.ts'
import { load } from '../../../src/procedures/load.ts'
import { createChat } from '../chat.ts'

const FLOW = `format: 1
flow: thu-nghiem
version: 1
name: Thử nghiệm
mode: prepare
start: dong_y
steps:
  dong_y:
    say: Đồng ý không?
    expect: consent
    yes: { next: ho_ten }
    no: { next: xong }
  ho_ten:
    say: |
      Họ tên?
      Ví dụ: Nguyễn Văn An.
    expect: text
    check: personName
    saveAs: applicant
    label: Họ tên
    together:
      say: Họ tên, số căn cước, điện thoại?
      with: [so, may]
    next: so
  so: { say: "Số?\\nVí dụ: 096190012345.", expect: text, check: citizenNumber, saveAs: citizenNumber, label: Số căn cước, next: may }
  may: { say: "Máy?\\nVí dụ: 0912 345 678.", expect: text, check: phone, saveAs: phone, label: Điện thoại, next: tu }
  tu:
    say: Từ đâu?
    expect: text
    check: area
    saveAs: from
    label: Nơi đi
    together: { say: 'Từ đâu đến đâu, lúc nào?', with: [den, luc] }
    next: den
  den: { say: Đến đâu?, expect: text, check: area, saveAs: to, label: Nơi đến, next: luc }
  luc: { say: Lúc nào?, expect: text, check: permitStart, saveAs: validFrom, label: Lúc, next: thu }
  thu:
    say: Thứ mấy?
    expect: text
    check: weekdays
    optional: true
    saveAs: days
    label: Ngày
    together: { say: 'Thứ mấy, mấy người?', with: [nguoi] }
    next: nguoi
  nguoi: { say: Mấy người?, expect: text, check: companions, optional: true, saveAs: companions, label: Người, next: lai }
  lai: { say: Xem lại., expect: review, next: nop }
  nop: { say: 'Xong {code}', expect: none, do: file, end: true }
  xong: { say: Vâng., expect: none, end: true }
`

function chatAt(...said: string[]) {
  const loaded = load(FLOW)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings))
  const flow = compile(loaded.source.file)
  const chat = createChat({ current: () => flow, pinned: () => flow, offered: () => [], elsewhere: () => [] })
  chat.says('#lam:thu-nghiem', '#co', ...said)
  return chat
}
type Chat = ReturnType<typeof chatAt>
const stored = (chat: Chat) =>
  Object.fromEntries(
    Object.entries(chat.session.position?.context.answers ?? {}).map(([name, { shown }]) => [name, shown]),
  )
const PERSON = { applicant: 'Nguyễn Văn An', citizenNumber: '096190012345', phone: '0912345678' }

describe('questions asked in one message', () => {
  it.each([
    'Nguyễn Văn An, 096190012345, 0912 345 678',
    '0912345678 - Nguyễn Văn An - 096190012345',
    'Nguyễn Văn An 096 190 012 345 0912345678',
    'dạ con tên Nguyễn Văn An, cccd 096190012345, sđt 0912345678 ạ',
    'sdt 0912345678\ncăn cước: 096190012345\nhọ tên: Nguyễn Văn An',
  ])('are answered by one: %j', (said) => {
    const chat = chatAt(said)
    expect(stored(chat)).toMatchObject(PERSON)
    expect(chat.step()).toBe('thu-nghiem/tu')
  })

  it('are answered by several messages in any order, and only what is missing is asked, in one sentence', () => {
    const chat = chatAt()
    expect(chat.says('0912 345 678')).toMatch(
      /Điện thoại 0912345678\. Còn thiếu: Họ tên, Số căn cước\.\nVí dụ: Nguyễn Văn An, 096190012345\./,
    )
    expect(chat.says('096190012345')).toMatch(/Họ tên\?/)
    chat.says('Nguyễn Văn An')
    expect(stored(chat)).toMatchObject(PERSON)
    expect(chat.step()).toBe('thu-nghiem/tu')
  })

  it('ask what is doubtful on its own, and lose nothing of the rest', () => {
    const chat = chatAt()
    expect(chat.says('Nguyễn Văn An, 96190012345, 0912345678')).toMatch(/Số căn cước[^]*“096190012345”[^]*đúng ý/)
    chat.says('đúng')
    expect(stored(chat)).toMatchObject(PERSON)
    expect(chat.step()).toBe('thu-nghiem/tu')
  })

  it('refuse what none of them takes, by the rule of the first', () =>
    expect(chatAt('Nguyễn Văn An').says('12')).toContain('12 chữ số'))

  it('take a contact card', () => {
    const chat = chatAt()
    chat.send({ type: 'CONTACT', name: 'Nguyễn Văn An', phone: '0912345678' })
    expect(stored(chat)).toMatchObject({ applicant: 'Nguyễn Văn An', phone: '0912345678' })
  })

  it('tell the ends of a journey by the words before them, and two without such words by their order', () => {
    expect(stored(chatAt(Object.values(PERSON).join(', '), 'đi Cần Thơ, từ Đất Mũi, 7h sáng mai'))).toMatchObject({
      ...{ from: 'Xã Đất Mũi', to: 'Cần Thơ', validFrom: '07:00 02/05/2030' },
    })
    expect(stored(chatAt(Object.values(PERSON).join(', '), 'Đất Mũi, Cần Thơ, 7h sáng mai'))).toMatchObject({
      ...{ from: 'Xã Đất Mũi', to: 'Cần Thơ' },
    })
    expect(stored(chatAt(Object.values(PERSON).join(', '), 'Cần Thơ, 7h sáng mai'))).not.toHaveProperty('from')
  })

  it('are put right one by one at the review', () => {
    const chat = chatAt(Object.values(PERSON).join(', '), 'từ Đất Mũi đến Cần Thơ, 7h sáng mai', 'bỏ qua')
    expect(chat.step()).toBe('thu-nghiem/lai')
    expect(chat.says('2')).toMatch(/Số\?/)
    expect(chat.says('096190012346')).toContain('Số căn cước: 096••••••346')
  })

  it('that nobody must answer are passed over at once, or as far as they were not told', () => {
    const journey = [Object.values(PERSON).join(', '), 'từ Đất Mũi đến Cần Thơ, 7h sáng mai']
    expect(chatAt(...journey).says('bỏ qua')).toMatch(/Ngày: \(không có\)\n\d+\. Người: \(không có\)/)
    expect(chatAt(...journey).says('2 người')).toMatch(/Ngày: \(không có\)\n\d+\. Người: 2 người/)
  })

  it('count as one step, of a total that stays', () => {
    const steps = [
      chatAt().says('Nguyễn Văn An'),
      chatAt('Nguyễn Văn An').says('096190012345'),
      chatAt('Nguyễn Văn An', '096190012345').says('0912345678'),
    ]
    expect(steps.map((said) => /Bước \d+\/\d+/.exec(said)?.[0])).toEqual(['Bước 2/5', 'Bước 2/5', 'Bước 3/5'])
  })
})

it.each(['mai làm', 'để mai làm tiếp', 'lùi lại một câu'])('“%s” is no answer to questions asked together', (said) => {
  const chat = chatAt(Object.values(PERSON).join(', '))
  chat.says(said)
  expect(stored(chat)).not.toHaveProperty('validFrom')
  expect(chat.session.position?.context.doubts).toBeUndefined()
})
