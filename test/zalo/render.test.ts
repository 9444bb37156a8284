import { fitMessages } from '../../src/conversation/words/fit-message.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGE_LIMITS, type OutgoingMessage } from '../../src/conversation/words/messages.ts'
import { type MessageBody, renderMessage } from '../../src/zalo/render.ts'
import { CITIZEN } from './fixture.ts'

const render = (message: OutgoingMessage, upload?: string) => renderMessage(CITIZEN, message, upload)
const texts = (bodies: readonly MessageBody[]) => bodies.map(({ message }) => message.text)
const buttons = ({ message }: MessageBody) =>
  message.attachment?.type === 'template' && 'buttons' in message.attachment.payload
    ? message.attachment.payload.buttons
    : []

it('writes a text', () => {
  expect(render({ type: 'text', text: 'Xin chào ông/bà.'.normalize('NFD') })).toEqual([
    { recipient: { user_id: CITIZEN }, message: { text: 'Xin chào ông/bà.' } },
  ])
})

it('writes choices as buttons whose keys the chat does not show', () => {
  const choices = [
    { key: 'giay-di-duong', label: 'Giấy đi đường' },
    { url: 'https://camau.example.test/', label: 'Mở trang' },
  ]
  expect(render({ type: 'text', text: 'Ông/bà cần gì?', choices })).toEqual([
    {
      recipient: { user_id: CITIZEN },
      message: {
        text: 'Ông/bà cần gì?',
        attachment: {
          type: 'template',
          payload: {
            buttons: [
              { title: 'Giấy đi đường', type: 'oa.query.hide', payload: '#giay-di-duong' },
              { title: 'Mở trang', type: 'oa.open.url', payload: { url: 'https://camau.example.test/' } },
            ],
          },
        },
      },
    },
  ])
})

it('writes a picture with its caption', () => {
  const [body, ...others] = render({ type: 'picture', of: { permit: 'p1' }, caption: 'Giấy phép' }, 'attachment-1')
  expect(others).toEqual([])
  expect(body?.message).toEqual({
    text: 'Giấy phép',
    attachment: {
      type: 'template',
      payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: 'attachment-1' }] },
    },
  })
})

it('writes a picture without a caption, and sends what is too long for a caption after it', () => {
  const picture = { type: 'picture', of: { permit: 'p1' } } as const
  expect(render({ ...picture, caption: '' }, 'a')[0]?.message).not.toHaveProperty('text')
  const bodies = render({ ...picture, caption: `${'một '.repeat(500)}hết` }, 'a')
  expect(bodies).toHaveLength(2)
  expect(bodies[1]?.message).toEqual({ text: 'hết' })
})

it('writes a document by its token, without a text', () => {
  expect(render({ type: 'document', of: { permit: 'p1' } }, 'token-1').map(({ message }) => message)).toEqual([
    { attachment: { type: 'file', payload: { token: 'token-1' } } },
  ])
})

it('writes nothing for a message of nothing', () => {
  expect(render({ type: 'text', text: ' \n ' })).toEqual([])
})

it('breaks a text where the conversation breaks it, so that what was fitted once is sent as it is', () => {
  const part = fc.constantFrom('một ', 'hai. ', 'ba\n', '\n\n', 'bốn'.repeat(90), '😀', '  ')
  const text = fc.array(part, { minLength: 200, maxLength: 900 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (it) => {
      const fitted = fitMessages(it, [], '…').map((message) => (message.type === 'text' ? message.text : ''))
      expect(texts(render({ type: 'text', text: it }))).toEqual(fitted.filter((piece) => piece !== '…'))
    }),
    { numRuns: 50 },
  )
})

describe('a text over the limit', () => {
  it.each([
    ['paragraphs', `${'a'.repeat(1_500)}\n\n${'b'.repeat(200)}. ${'c'.repeat(1_500)}`, [1_500, 1_702]],
    ['lines', `${'a'.repeat(1_500)}\n${'b'.repeat(1_500)}`, [1_500, 1_500]],
    ['sentences', `${'a'.repeat(1_500)}. ${'b'.repeat(1_500)}`, [1_501, 1_500]],
    ['words', `${'a'.repeat(1_500)} ${'b'.repeat(1_500)}`, [1_500, 1_500]],
    ['letters', 'a'.repeat(4_500), [2_000, 2_000, 500]],
    ['whole characters', `a${'😀'.repeat(1_500)}`, [1_999, 1_002]],
    ['letters, when a word would end in the first half', `${'a'.repeat(10)} ${'b'.repeat(2_500)}`, [2_000, 511]],
  ])('is broken between %s', (_between, text, lengths) => {
    const pieces = texts(render({ type: 'text', text }))
    expect(pieces.map((piece) => piece?.length)).toEqual(lengths)
    expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  it('has its buttons under the last piece', () => {
    const text = `${'a'.repeat(1_999)}. ${'b'.repeat(100)}`
    const bodies = render({ type: 'text', text, choices: [{ key: 'co', label: 'Có' }] })
    expect(bodies.map((body) => buttons(body).length)).toEqual([0, 1])
  })
})

it('puts more than five choices under further messages, in their order', () => {
  const choices = Array.from({ length: 12 }, (_, n) => ({ key: `k${n}`, label: `Lựa chọn ${n}` }))
  const bodies = render({ type: 'text', text: 'Mời chọn', choices })
  expect(texts(bodies)).toEqual(['Mời chọn', 'Mời ông/bà chọn tiếp:', 'Mời ông/bà chọn tiếp:'])
  expect(bodies.flatMap(buttons).map(({ payload }) => payload)).toEqual(choices.map(({ key }) => `#${key}`))
})

it('cuts a label to a hundred characters and sends a key that is too long as its label', () => {
  const choice = { key: 'k'.repeat(1_000), label: `${'a'.repeat(98)}😀dài quá` }
  const [button] = render({ type: 'text', text: 'x', choices: [choice] }).flatMap(buttons)
  expect(button?.title).toBe(`${'a'.repeat(98)}…`)
  expect(button?.payload).toBe(button?.title)
})

it('never exceeds a limit of Zalo, and loses no choice', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 3_000, size: 'max' })
  const choice = fc.record({ key: fc.string({ maxLength: 1_100, size: 'max' }), label: words })
  const choices = fc.array(fc.oneof(choice, fc.record({ url: fc.webUrl(), label: words })), { maxLength: 12 })
  const long = fc.oneof(
    words,
    fc.tuple(words, words, words).map((three) => three.join('\n')),
  )
  const message = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: long, choices }),
    fc.record({ type: fc.constant('picture' as const), of: fc.constant({ permit: 'p' }), caption: long }),
  )
  fc.assert(
    fc.property(message, (any) => {
      const bodies = render(any, 'upload')
      for (const body of bodies) {
        const { text, attachment } = body.message
        expect(text ?? attachment).toBeTruthy()
        expect(text?.length ?? 0).toBeLessThanOrEqual(MESSAGE_LIMITS.text)
        expect(text?.normalize('NFC')).toBe(text)
        expect(buttons(body).length).toBeLessThanOrEqual(MESSAGE_LIMITS.choices)
        for (const { title, payload } of buttons(body)) {
          expect(title.length).toBeLessThanOrEqual(MESSAGE_LIMITS.label)
          expect(title.length).toBeGreaterThan(0)
          if (typeof payload === 'string') expect(payload.length).toBeLessThanOrEqual(MESSAGE_LIMITS.payload)
        }
      }
      expect(bodies.flatMap(buttons)).toHaveLength(any.type === 'text' ? any.choices.length : 0)
    }),
    { numRuns: 60 },
  )
})
