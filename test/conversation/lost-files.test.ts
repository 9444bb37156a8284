import { describe, expect, it } from 'vitest'
import { filesOf } from '../../src/conversation/words/files-of.ts'
import { createChat, PASS_ANSWERS } from './chat.ts'
import { flowsNamed } from './finding-flows.ts'

const flows = await flowsNamed(['menu', 'cap-giay-di-duong'])
const atPapers = () => {
  const chat = createChat(flows)
  chat.says(...PASS_ANSWERS)
  return chat
}

describe('files that do not arrive', () => {
  it.each(['bỏ tệp', 'bo file', 'bỏ qua ảnh đó', 'thôi ảnh'])(
    'are let go with %j, what came stays, and the filing goes on',
    (words) => {
      const chat = atPapers()
      chat.sends('a')
      chat.stored('a')
      chat.sends('b')
      expect(chat.says('xong')).toMatch(/đang nhận tệp[^]*“bỏ tệp”/)
      expect(chat.says(words)).toContain('những tệp đã nhận vẫn còn')
      expect(chat.session.fetching).toEqual([])
      chat.says('xong')
      expect(chat.session.position?.context.answers['papers']?.attachments).toEqual(['a'])
    },
  )

  it('from a host nobody knew are told of, still needed, and taken when they come after all', () => {
    const chat = atPapers()
    chat.sends('a')
    const told = chat.send({ type: 'FILE_REFUSED', attachment: 'a' as never, because: 'unknown host' })
    expect(told).toMatch(/không phải lỗi của ông\/bà[^]*gửi lại/)
    expect([...filesOf(chat.session)]).toEqual(['a'])
    chat.stored('a')
    expect(chat.session.position?.context.answers['papers']?.attachments).toEqual(['a'])
  })

  it('and were refused for what they are do not come in by a second way', () => {
    const chat = atPapers()
    chat.sends('a')
    chat.send({ type: 'FILE_REFUSED', attachment: 'a' as never, because: 'wrong type' })
    chat.stored('a')
    expect(chat.session.position?.context.answers['papers']).toBeUndefined()
  })
})
