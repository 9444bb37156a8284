import { describe, expect, it } from 'vitest'
import { createChat } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const RING = `format: 1
flow: vong
version: 1
name: Đi vòng
mode: accept
start: hoi
steps:
  hoi:
    say: Một?
    expect: choice
    saveAs: one
    label: Một
    choices: [{ key: tiep, label: Đi tiếp, next: hoi_nua }, { key: het, label: Hết, next: xem }]
  hoi_nua:
    say: Hai?
    expect: choice
    saveAs: two
    label: Hai
    choices: [{ key: ve, label: Về lại, next: hoi }, { key: het, label: Hết, next: xem }]
  xem:
    say: Xem lại
    expect: review
    next: nop
  nop:
    say: Đã nhận.
    expect: none
    do: file
    end: true
`

const speaking = (flow: string, to: string): string => `format: 1
flow: ${flow}
version: 1
name: ${flow}
start: noi
steps:
  noi:
    say: Sang bên kia.
    expect: none
    flow: ${to}
`

describe('rings', () => {
  it('of answered questions end a correction at the first question met twice', async () => {
    const chat = createChat(await flowsOfFiles([RING]))
    chat.says('#lam:vong', '#tiep', '#ve', '#het')
    expect(chat.step()).toBe('vong/xem')
    chat.says('1', '#tiep')
    expect(chat.step()).toBe('vong/hoi')
    chat.says('#het')
    expect(chat.step()).toBe('vong/xem')
  })

  it('of flows that only point at each other are left after a few turns', async () => {
    const chat = createChat(await flowsOfFiles([speaking('di', 'lai'), speaking('lai', 'di')]))
    chat.says('#lam:di')
    expect(chat.last.length).toBeLessThan(10)
    expect(chat.says('menu')).toContain('cần việc gì')
  })
})
