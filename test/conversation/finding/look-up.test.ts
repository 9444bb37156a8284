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
})
