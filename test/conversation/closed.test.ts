import { describe, expect, it } from 'vitest'
import type { CompiledFlow, Flows } from '../../src/conversation/flow/compiled-flow.ts'
import { createChat } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const PASS = 'cap-giay-di-duong'
const ENDED = 'Từ hôm nay không còn áp dụng lệnh hạn chế đi lại. Ông/bà đi lại bình thường, không cần giấy.'
const open = await flowsOfFiles()

/** The same flows after the order behind travel passes has ended. */
const close = (flow: CompiledFlow): CompiledFlow => (flow.grants === 'travel-pass' ? { ...flow, closed: ENDED } : flow)
const closed: Flows = {
  current: (name) => {
    const flow = open.current(name)
    return flow && close(flow)
  },
  pinned: open.pinned,
  offered: () => open.offered().map(close),
  elsewhere: () => [],
}

describe('a procedure that was closed', () => {
  it.each(['#lam:cap-giay-di-duong', '#lam:gia-han-giay-di-duong'])('says why instead of beginning: %s', (button) => {
    const chat = createChat(closed)
    chat.says('menu')
    const said = chat.says(button)
    expect(said).toContain(ENDED)
    expect(said).toContain('Trang chủ')
    expect(chat.wanted('file')).toEqual([])
  })

  it('says so to somebody who is in the middle of it, and asks nothing more', () => {
    const chat = createChat(open)
    chat.says('#lam:cap-giay-di-duong', 'đồng ý', 'tự nhập')
    chat.flows = closed
    expect(chat.says('Nguyễn Văn An')).toContain(ENDED)
    expect(chat.session.position?.flow).not.toBe(PASS)
  })

  it('does not stand in the way of another', () => {
    const chat = createChat(closed)
    expect(chat.says('#lam:the-di-cho')).toContain('đồng ý không')
  })
})
