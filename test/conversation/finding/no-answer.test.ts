import { describe, expect, it } from 'vitest'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const at = (...said: string[]) => {
  const chat = createChat(flows)
  chat.now = Date.parse('2026-11-22T09:30:00+07:00')
  chat.says(...said)
  return chat
}
const shown = (chat: ReturnType<typeof at>) =>
  Object.fromEntries(Object.entries(chat.session.position?.context.answers ?? {}).map(([name, it]) => [name, it.shown]))
const PASS = [...PASS_ANSWERS]
const BIRTH = [
  ...['#lam:dang-ky-khai-sinh', '#co', '1', '1', '2', 'Lê Thị Út, 096190012345, ấp 4 xã Tân Lộc, 0912345678'],
  ...['mẹ', 'Nguyễn Minh Khôi, con trai, 8/11/2026'],
]

describe('what may be passed over', () => {
  it.each(['đi xe ôm thì ghi biển số ai', 'đi đò có cần ghi biển số không', 'đi xe đò thì ghi sao'])(
    'is not passed over by who asks about it: “%s”',
    (text) => {
      const chat = at(...PASS.slice(0, 9))
      chat.says(text)
      expect(shown(chat)).not.toHaveProperty('plate')
    },
  )

  it('is by who has none', () => {
    const chat = at(...PASS.slice(0, 9))
    chat.says('đi ké xe ôm của ông bạn')
    expect(shown(chat)).toHaveProperty('plate')
  })
})

describe('where a child was born', () => {
  it.each(['ba nó sanh 1987 chớ', 'ý, bé là con gái', 'má người Cần Thơ', 'mẹ tên Lê Thị Út'])(
    'is not “%s”',
    (text) => {
      const chat = at(...BIRTH)
      expect(chat.session.position?.step).toBe('noi_sinh')
      chat.says(text)
      expect(shown(chat)).not.toHaveProperty('birthPlace')
    },
  )

  it('is told from where the family comes from', () => {
    const chat = at(...BIRTH)
    chat.says('má người Cần Thơ')
    expect(shown(chat)).toMatchObject({ hometown: 'Cần Thơ' })
  })
})

it.each(['quên mất ngày sinh của bả rồi', 'quên mất tiêu ngày sinh rồi em ơi', 'quên ngày sinh rồi'])(
  'who has forgotten a birthday puts no other one right: “%s”',
  (text) => {
    const chat = at(...BIRTH, 'Bệnh viện Sản - Nhi, Kinh, quê xã Tân Lộc')
    const { step } = chat.session.position ?? {}
    expect(chat.says(text)).toContain('năm sinh')
    expect(chat.session.position?.step).toBe(step)
  },
)

it('days of a week are one list, and no count of people', () => {
  const chat = at(...PASS.slice(0, 10), '7h sáng mai', '17h ngày 28/11')
  chat.says('ba, năm, bảy')
  expect(shown(chat)).toMatchObject({ days: 'thứ Ba, thứ Năm, thứ Bảy' })
  expect(shown(chat)['companions']).not.toBe('5 người')
})

it('two clauses of one correction put two answers right', () => {
  const chat = at(...PASS.slice(0, 10), '7h sáng mai', '17h ngày mai', 'bỏ qua')
  expect(chat.session.position?.step).toBe('xem_lai')
  chat.says('sdt 0918222333, đi từ Năm Căn nha')
  expect(shown(chat)).toMatchObject({ phone: '0918222333', from: 'Xã Năm Căn' })
})
