import { describe, expect, it } from 'vitest'
import { fitMessages } from '../../../src/conversation/words/fit-message.ts'

const buttons = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `k${i}`, label: `Nút ${i}` }))

describe('fitting a message', () => {
  it('breaks a long text after a word, loses none, and puts the choices under the last part', () => {
    const text = Array.from({ length: 900 }, (_, i) => `từ${i}`).join(' ')
    const messages = fitMessages(text, buttons(2), 'Nữa:')
    expect(messages.length).toBeGreaterThan(1)
    expect(messages.map((it) => (it.type === 'text' ? it.text : '')).join(' ')).toBe(text)
    expect(messages.map((it) => (it.type === 'text' ? (it.choices?.length ?? 0) : 0))).toEqual(
      [0, 0, 2].slice(-messages.length),
    )
    for (const it of messages) expect(it.type === 'text' ? it.text.length : 0).toBeLessThanOrEqual(2_000)
  })

  it('counts composed letters, and never cuts one in two', () => {
    const [first] = fitMessages('ệ'.normalize('NFD').repeat(1_500), [], '')
    expect(first).toMatchObject({ text: 'ệ'.repeat(1_500) })
    const emoji = fitMessages('🙂'.repeat(1_500), [], '')
    for (const it of emoji) expect(it.type === 'text' ? it.text : '').not.toMatch(/\p{Surrogate}/u)
  })

  it('puts more than five choices under further messages', () => {
    const messages = fitMessages('Chọn:', buttons(12), 'Nữa:')
    expect(messages.map((it) => (it.type === 'text' ? [it.text, it.choices?.length] : []))).toEqual([
      ['Chọn:', 5],
      ['Nữa:', 5],
      ['Nữa:', 2],
    ])
  })

  it('shortens a label that is too long', () => {
    const [message] = fitMessages('Chọn:', [{ key: 'k', label: 'a'.repeat(150) }], '')
    expect(message?.type === 'text' && message.choices?.[0]?.label).toBe(`${'a'.repeat(99)}…`)
  })
})
