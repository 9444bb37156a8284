import { expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const afterPerson = (text: string) => {
  const chat = createChat(flows)
  chat.says('#lam:dang-ky-khai-sinh', '#co', '1', '1', '2', text)
  const { answers = {}, heard = {} } = chat.session.position?.context ?? {}
  return { address: answers['address']?.shown, relation: heard['relation']?.shown, step: chat.step().split('/')[1] }
}

it.each(['tui là mẹ bé', 'mẹ của bé'])('who somebody is to the child (“%s”) is no address, and is not lost', (said) => {
  const told = afterPerson(`Lê Thị Út 096190012345 0912345678 ${said}`)
  expect(told).toEqual({ address: undefined, relation: 'Mẹ của bé', step: 'noi_o' })
})

it.each([
  ['khóm 3, phường An Xuyên', 'khóm 3, phường An Xuyên'],
  ['ở ấp Cái Nước Đất Mũi', 'ấp Cái Nước Đất Mũi'],
  ['Sóc Trăng', 'Sóc Trăng'],
])('an address between other answers (“%s”) is one', (said, address) =>
  expect(afterPerson(`Lê Thị Út, 096190012345, ${said}, 0912345678`)).toMatchObject({ address, step: 'quan_he' }),
)

it('an address and who somebody is to the child are told apart, with a number between them', () =>
  expect(afterPerson('Lê Thị Út 096190012345 ấp 4 xã Tân Lộc 0912345678 tui là mẹ bé')).toEqual({
    ...{ address: 'ấp 4 xã Tân Lộc', relation: 'Mẹ của bé', step: 'quan_he' },
  }))

it.each(['đúng', 'có rồi', 'không có', 'đúng hết rồi, gửi đi em'])(
  'a mere reply (“%s”) at a list answers no question that was not asked yet',
  (reply) => {
    const chat = createChat(flows)
    chat.says('#lam:dang-ky-khai-sinh', '#co', '1', '1', '2', 'Lê Thị Út, 096190012345, ấp 4 xã Tân Lộc, 0912345678')
    const before = chat.session.position?.context.heard ?? {}
    chat.says(reply)
    expect(chat.session.position?.context.heard ?? {}).toEqual(before)
  },
)
