import { Worker } from 'node:worker_threads'
import { deflateSync } from 'node:zlib'
import qrcode from 'qrcode'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { parseCardText } from '../../src/attachments/card-text.ts'
import { createCardReader, startCardThread } from '../../src/attachments/read-card.ts'
import { CARD_TEXT, photographCard } from './made-card.ts'

const CARD = {
  number: '096190012345',
  name: 'Nguyễn Thị Mẫu',
  birthDate: '1990-03-05',
  sex: 'nu',
  address: 'Ấp Mũi, xã Đất Mũi, tỉnh Cà Mau',
}

describe('the text of a card', () => {
  it.each([
    ['seven fields', CARD_TEXT],
    ['a former number', CARD_TEXT.replace('||', '|381234567|')],
    ['the four fields more of the new card', `${CARD_TEXT}||||`],
    ['a decomposed name', CARD_TEXT.normalize('NFD')],
    ['a birth day written with slashes', CARD_TEXT.replace('05031990', '05/03/1990')],
    ['a birth day written with dashes and no zeros', CARD_TEXT.replace('05031990', '5-3-1990')],
    ['a birth day written with spaces', CARD_TEXT.replace('05031990', '05 03 1990')],
    ['a birth day with its year first', CARD_TEXT.replace('05031990', '1990-03-05')],
    ['a number in groups', CARD_TEXT.replace('096190012345', '096 190 012 345')],
    ['a sex in English', CARD_TEXT.replace('|Nữ|', '|Female|')],
    ['a sex without its mark', CARD_TEXT.replace('|Nữ|', '|Nu|')],
    ['a sex in capitals', CARD_TEXT.replace('|Nữ|', '|NỮ|')],
  ])('is read with %s', (_, text) => expect(parseCardText(text)).toEqual(CARD))

  it.each([
    ['six fields, as a card never has them', CARD_TEXT.split('|').slice(0, 6).join('|')],
    ['an address in the network', 'https://example.test/a|b|c|d|e|f|g'],
    ['a health-insurance card', 'GD4960012345678|4e677579e1bb856e|01/01/1990|2|hex|95-001|-|01/01/2026|31/12/2026'],
    ['twelve digits and nothing of a person', '096190012345||||||'],
    ['endless text', `${CARD_TEXT}${'|'.repeat(2_000)}`],
    ['nothing', ''],
  ])('is none with %s', (_, text) => expect(parseCardText(text)).toBeUndefined())
})

describe('what a card leaves out', () => {
  const { birthDate: _, ...withoutBirthDate } = CARD
  const { sex: __, ...withoutSex } = CARD
  const { name: ___, ...withoutName } = CARD
  const { address: ____, ...withoutAddress } = CARD
  it.each([
    ['only a year', CARD_TEXT.replace('05031990', '1990'), withoutBirthDate],
    ['a year behind noughts', CARD_TEXT.replace('05031990', '00001990'), withoutBirthDate],
    ['a month and a year', CARD_TEXT.replace('05031990', '00031990'), withoutBirthDate],
    ['no birth day', CARD_TEXT.replace('05031990', ''), withoutBirthDate],
    ['a day that is not in the calendar', CARD_TEXT.replace('05031990', '31021990'), withoutBirthDate],
    ['an unknown sex', CARD_TEXT.replace('|Nữ|', '|X|'), withoutSex],
    ['no name', CARD_TEXT.replace('Nguyễn Thị Mẫu', ''), withoutName],
    ['a number where the name belongs', CARD_TEXT.replace('Nguyễn Thị Mẫu', '381234567'), withoutName],
    ['no address', CARD_TEXT.replace('Ấp Mũi, xã Đất Mũi, tỉnh Cà Mau', ''), withoutAddress],
  ])('is absent and the rest is there: %s', (_, text, card) => expect(parseCardText(text)).toEqual(card))
})

describe('the picture of a card', () => {
  // Whatever else this machine does meanwhile: the limit has tests of its own below.
  const reader = createCardReader({ longest: 30_000 })
  afterAll(() => reader.close())

  it.each([
    ['as a chat makes it', {}],
    ['large', { width: 2_560 }],
    ['small', { width: 800, blur: 0.5 }],
    ['upside down', { tilt: 184 }],
    ['on its side', { tilt: 88 }],
  ])('is read: %s', async (_, how) =>
    expect(await reader.read(await photographCard(CARD_TEXT, how))).toEqual({ outcome: 'read', card: CARD }),
  )

  it('is told from another code', async () => {
    const other = await qrcode.toBuffer('https://example.test/menu', { width: 400 })
    expect(await reader.read(other)).toEqual({ outcome: 'refused', because: 'other code' })
  })

  const pngHeader = (width: number, height: number): Buffer => {
    const header = Buffer.alloc(13)
    header.writeUInt32BE(width, 0)
    header.writeUInt32BE(height, 4)
    header.set([8, 2, 0, 0, 0], 8)
    const chunk = (type: string, content: Buffer) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(content.length)
      return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)])
    }
    const magic = Buffer.from('89504e470d0a1a0a', 'hex')
    return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000)))])
  }

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    [
      'a photo without a code',
      () =>
        sharp({ create: { width: 900, height: 600, channels: 3, background: '#888' } })
          .jpeg()
          .toBuffer(),
    ],
    ['a header that claims 50,000 by 50,000 pixels', () => pngHeader(50_000, 50_000)],
    ['half a photo', async () => (await photographCard()).subarray(0, 2_000)],
    ['a page of a website', () => Buffer.from('<html><script>alert(1)</script>')],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['nothing', () => Buffer.alloc(0)],
  ])('is none: %s', async (_, make) =>
    expect(await reader.read(await make())).toEqual({ outcome: 'refused', because: 'no code' }),
  )

  it('is read after all of these, several at once, each with its own answer', async () => {
    const other = await qrcode.toBuffer('https://example.test/menu', { width: 400 })
    const card = await photographCard()
    const readings = await Promise.all([card, other, card].map((picture) => reader.read(picture)))
    expect(readings.map((it) => (it.outcome === 'read' ? it.card.number : it.because))).toEqual([
      '096190012345',
      'other code',
      '096190012345',
    ])
  })
})

describe('the thread that reads cards', () => {
  const NONE = { outcome: 'refused', because: 'no code' }
  const thread = (onPicture: string) =>
    new Worker(`${isReady}; require('node:worker_threads').parentPort.on('message', ({ id }) => { ${onPicture} })`, {
      eval: true,
    })
  const isReady = "require('node:worker_threads').parentPort.postMessage({ isReady: true })"
  const answers = "require('node:worker_threads').parentPort.postMessage({ id, codes: [] })"

  /** A reader whose first thread behaves so, and whose others are real; `started` counts them. */
  const readerWith = (onPicture: string, longest: number) => {
    const seen = { started: 0, first: undefined as Worker | undefined }
    const startThread = () => (seen.started++ === 0 ? (seen.first = thread(onPicture)) : startCardThread())
    return { reader: createCardReader({ longest, startThread }), seen }
  }

  it('is given up when a picture takes longer than the limit, and replaced for the next one', async () => {
    const { reader, seen } = readerWith('for (;;);', 500)
    const card = await photographCard()
    expect(await reader.read(card)).toEqual(NONE)
    expect(seen.started).toBe(1)
    await reader.read(card)
    expect(seen.started).toBe(2)
    await reader.close()
  })

  it('that cannot be started fails its picture and not those behind it', async () => {
    let tries = 0
    const reader = createCardReader({
      startThread: () => {
        if (++tries === 1) throw new Error('no memory for a thread')
        return startCardThread()
      },
      longest: 30_000,
    })
    const card = await photographCard()
    const readings = await Promise.allSettled([reader.read(card), reader.read(card)])
    expect(readings).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: { outcome: 'read' } }])
    await reader.close()
  })

  it.each([
    ['dies over a picture', 'process.exit(1)'],
    ['breaks over a picture', 'throw new Error("out of memory")'],
  ])('is replaced for the next picture when it %s', async (_, onPicture) => {
    const { reader, seen } = readerWith(onPicture, 30_000)
    const card = await photographCard()
    const [first, second] = await Promise.all([reader.read(card), reader.read(card)])
    expect([first, second.outcome]).toEqual([NONE, 'read'])
    expect(seen.started).toBe(2)
    await reader.close()
  })

  it.each([
    ['dies', `${answers}; setTimeout(() => process.exit(1), 20)`],
    ['breaks', `${answers}; setTimeout(() => { throw new Error('out of memory') }, 20)`],
  ])('is replaced when it %s between two pictures, and takes nothing with it', async (_, onPicture) => {
    const { reader, seen } = readerWith(onPicture, 30_000)
    const card = await photographCard()
    expect(await reader.read(card)).toEqual(NONE)
    await new Promise((resolve) => seen.first?.once('exit', resolve))
    expect((await reader.read(card)).outcome).toBe('read')
    expect(seen.started).toBe(2)
    await reader.close()
  })
})
