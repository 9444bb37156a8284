import { describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const atConsent = () => {
  const chat = createChat(flows)
  chat.says('#lam:dang-ky-tam-tru')
  return chat
}

describe('at a consent', () => {
  it.each([
    ['sau này muốn xóa thông tin thì sao', 'dữ liệu của tôi'],
    ['giữ thông tin tui tới chừng nào', 'Luật Lưu trữ'],
    ['có đem bán cho công ty nào không', 'không bán'],
    ['ai được coi thông tin của tui', 'chỉ cán bộ'],
    ['dong y cai gi', 'các thông tin kể trong câu hỏi'],
    ['đồng ý nếu không đưa cho người ngoài', 'đồng ý như vậy'],
    ['vợ em đồng ý rồi', 'chính ông/bà'],
  ])('“%s” is answered, and nothing is agreed to', (text, answer) => {
    const chat = atConsent()
    const step = chat.step()
    expect(chat.says(text)).toContain(answer)
    expect(chat.step()).toBe(step)
    expect(chat.wanted('consent')).toHaveLength(0)
  })

  it.each(['ủa thôi tui đổi ý, không đồng ý nữa', 'rút lại lời đồng ý', 'thôi không cho thông tin nữa'])(
    '“%s” afterwards asks whether all is to be given up',
    (text) => {
      const chat = atConsent()
      chat.says('đồng ý', 'lần đầu')
      expect(chat.says(text)).toContain('muốn hủy')
    },
  )

  it('“rut lai dong y” with nothing under way leads to one’s data', () => {
    expect(createChat(flows).says('rut lai dong y')).toContain('Dữ liệu của tôi')
  })

  it('a no that is taken back leads to the question again', () => {
    const chat = atConsent()
    chat.says('không đồng ý')
    expect(chat.says('à thôi đồng ý đi')).toContain('Đăng ký tạm trú')
    expect(chat.wanted('consent')).toHaveLength(1)
  })
})
