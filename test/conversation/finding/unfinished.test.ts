import { describe, expect, it } from 'vitest'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = 'cap-giay-di-duong'
const withDraft = () => {
  const chat = createChat(flows)
  chat.says(...PASS_ANSWERS.slice(0, 6), 'menu')
  return chat
}

describe('whoever left something unfinished', () => {
  it.each([
    'cái giấy đang làm dở hồi nãy đâu',
    'hoi nay tui dang lam do cai giay',
    'continue',
    'làm nốt cái nãy khai nửa chừng',
  ])('takes it up with “%s”', (text) => {
    const chat = withDraft()
    chat.says(text)
    expect(chat.step()).toBe(`${PASS}/muc_dich`)
    expect(chat.session.drafts).toEqual([])
  })

  it.each(['hủy', 'bỏ cái giấy đi đường kia đi, làm cái khác', 'xóa giùm cái đang làm dở'])(
    'is asked before it is given up by “%s”, and keeps it by a no',
    (text) => {
      const chat = withDraft()
      expect(chat.says(text)).toContain('muốn hủy')
      chat.says('thôi đừng')
      expect(chat.session.position?.context.answers['phone']?.shown).toBe('0912345678')
    },
  )

  it('is offered to begin anew', () => {
    expect(withDraft().says('bỏ cái cũ làm lại từ đầu')).toContain('làm tiếp hay làm mới')
  })

  it.each(['làm khai sinh cho con', 'hồ sơ của tui tới đâu rồi', 'chào em'])(
    'is heard when “%s” is about something else',
    (text) => {
      const chat = withDraft()
      chat.says(text)
      expect(chat.step().startsWith(PASS)).toBe(false)
      expect(chat.session.drafts).toHaveLength(1)
    },
  )
})
