import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec, plain, type Codec } from '../../../src/storage/engine/codec.ts'
import { Fault } from '../../../src/kernel/fault.ts'

const key = (id: string, fill: number) => ({ id, secret: Buffer.alloc(32, fill) })
const first = createCodec([key('2030-a', 1)])
const second = createCodec([key('2030-b', 2), key('2030-a', 1)])
const PLACE = 'ratings.comment'

const lookalikes = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'grapheme' }).map((text) => `mc1:${text}`),
  fc.string({ unit: 'grapheme' }).map((text) => `mc1::${text}`),
  fc.string({ unit: 'grapheme' }).map((text) => `mc1::mc1:${text}`),
  fc.constant(first(PLACE).encode('Lê Thị Mẫu')),
)

describe('the codec of personal data', () => {
  it.each<[string, Codec, Codec]>([
    ['plain, read plain', plain, plain],
    ['plain, read when there is a key', plain, first],
    ['sealed', first, first],
    ['sealed with an older key', first, second],
  ])('gives back what it was given: %s', (_, writing, reading) => {
    fc.assert(
      fc.property(lookalikes, (text) => {
        expect(reading(PLACE).decode(writing(PLACE).encode(text))).toBe(text)
        const bytes = Buffer.from(text)
        expect(reading(PLACE).decodeBytes(writing(PLACE).encodeBytes(bytes))).toEqual(bytes)
      }),
    )
  })

  it('keeps a plain text that does not look sealed as it is, so that rows of before are rows of now', () => {
    for (const text of ['', 'Lê Thị Mẫu', '{"drafts":[]}', 'MC1:x', ' mc1:x']) {
      expect(plain(PLACE).encode(text)).toBe(text)
      expect(second(PLACE).decode(text)).toBe(text)
    }
  })

  it.each(['mc1:', 'mc1:ABC:x', 'mc1::x', 'mc1:unknown:too short', 'mc1:phí bao nhiêu ạ'])(
    'reads %j, typed before there were keys, as it was typed',
    (text) => {
      expect(second(PLACE).decode(text)).toBe(text)
      expect(plain(PLACE).decode(text)).toBe(text)
    },
  )

  it('never seals two values alike, and leaves nothing of them to read', () => {
    const [one, other] = [first(PLACE).encode('Lê Thị Mẫu'), first(PLACE).encode('Lê Thị Mẫu')]
    expect(one).not.toBe(other)
    expect(one).toMatch(/^mc1:2030-a:[\w-]{54,}$/)
    expect(first(PLACE).encodeBytes(Buffer.from('Lê Thị Mẫu')).includes('Mẫu')).toBe(false)
  })

  const sealed = first(PLACE).encode('Lê Thị Mẫu')
  const sealedBytes = first(PLACE).encodeBytes(Buffer.from('Lê Thị Mẫu'))
  it.each<[string, () => unknown, RegExp]>([
    ['under a key that is not given', () => plain(PLACE).decode(sealed), /no key 2030-a$/],
    ['of bytes under a key that is not given', () => plain(PLACE).decodeBytes(sealedBytes), /no key 2030-a$/],
    [
      'moved to another column',
      () => first('dossiers.applicant').decode(sealed),
      /dossiers\.applicant was changed or moved/,
    ],
    ['of bytes moved to another column', () => first('inbox.body').decodeBytes(sealedBytes), /changed or moved/],
    ['with one letter changed', () => first(PLACE).decode(flip(sealed)), /changed or moved/],
    ['that lost its end', () => first(PLACE).decode(sealed.slice(0, -2)), /changed or moved/],
    ['that lost all but its beginning', () => first(PLACE).decode('mc1:2030-a:x'), /changed or moved/],
    [
      'under another key of the same name',
      () => createCodec([key('2030-a', 9)])(PLACE).decode(sealed),
      /changed or moved/,
    ],
  ])('makes a fault of a value %s', (_, read, told) => {
    expect(read).toThrow(Fault)
    expect(read).toThrow(told)
  })
})

const flip = (text: string) => text.slice(0, 30) + (text[30] === 'A' ? 'B' : 'A') + text.slice(31)
