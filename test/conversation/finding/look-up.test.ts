import { describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const dossier = (key: string) => ({
  key,
  label: key,
  facts: { dossier: key, code: `H12.99-300501-000${key.length}`, procedure: 'Khai sinh', status: 'Đang xử lý' },
})

describe('whoever asks how far their dossier is', () => {
  it.each(['hồ sơ khai sinh của tôi đến đâu rồi', 'hs toi dau roi', 'coi giùm hồ sơ của tôi'])(
    'is told at once where there is one: “%s”',
    (text) => {
      const chat = createChat(flows)
      chat.says(text)
      expect(chat.wanted('query')).toEqual([{ type: 'query', query: { name: 'my dossiers' } }])
      const said = chat.send({ type: 'FACTS', found: true, facts: { list: '1.' }, options: [dossier('d')] })
      expect(said).toContain('Đang xử lý')
    },
  )
  it('is told at once from the button too', () => {
    const chat = createChat(flows)
    chat.says('#lam:tra-cuu')
    const said = chat.send({ type: 'FACTS', found: true, facts: { list: '1.' }, options: [dossier('d')] })
    expect(said).toContain('Đang xử lý')
  })

  it('hears that there is none, and is asked for the code of another', () => {
    const chat = createChat(flows)
    chat.says('#lam:tra-cuu')
    expect(chat.send({ type: 'FACTS', found: false, facts: {}, options: [] })).toMatch(/chưa nộp hồ sơ nào[^]*Nhập mã/)
    expect(chat.says('dạ có giấy hẹn đây')).toContain('Mã hồ sơ của ông/bà là gì')
  })

  it('chooses where there are several', () => {
    const chat = createChat(flows)
    chat.says('hồ sơ tôi tới đâu rồi')
    chat.send({ type: 'FACTS', found: true, facts: { list: '1.' }, options: [dossier('d'), dossier('dd')] })
    expect(chat.step()).toBe('tra-cuu/danh_sach')
  })

  const ELSEWHERE = 'Mã H04.01-240115-0001 là của đơn vị cũ. Ông/bà gọi 0291 3822 333.'
  it.each([
    ['H04.01-240115-0001', []],
    ['em hỏi hồ sơ h04.01-240115-0001 với', []],
    ['000.00.01.H04-240115-0001', []],
    ['HO4 01 240115 1', ['đúng']],
    ['h 04.01 - 240115 - 0001', ['đúng']],
    ['h04.01.240115.0001', ['đúng']],
  ] as const)('is told of a code of a former unit who knows it now, and asked for no secret: “%s”', (text, more) => {
    const chat = createChat(flows)
    chat.says(text, ...more)
    expect(chat.wanted('query')).toEqual([
      { type: 'query', query: { name: 'dossier', code: 'H04.01-240115-0001', factor: '' } },
    ])
    expect(chat.send({ type: 'FACTS', found: false, facts: {}, because: ELSEWHERE })).toMatch(
      /0291 3822 333[^]*Trang chủ/,
    )
    expect(chat.says('menu')).toContain('Ông/bà')
  })
})
