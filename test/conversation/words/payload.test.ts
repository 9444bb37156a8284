import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COMMAND_KEYS,
  keyFor,
  readPayload,
  RESERVED_KEYS,
  tapped,
  writePayload,
  type Command,
  type Payload,
} from '../../../src/conversation/words/payload.ts'
import { readCommand } from '../../../src/conversation/words/commands.ts'

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/)
const step = fc.stringMatching(/^[a-z][a-z0-9_]{0,30}$/)
const key = fc.stringMatching(/^[a-z0-9][A-Za-z0-9_.-]{0,30}$/)
const isBareKey = (it: string): boolean => !it.includes('.') && !Object.values(COMMAND_KEYS).includes(it)
const payload: fc.Arbitrary<Payload> = fc.oneof(
  fc.record({
    to: fc.constant('steer' as const),
    command: fc.constantFrom(...(Object.keys(COMMAND_KEYS) as Command[])),
  }),
  fc.record({
    to: fc.constantFrom('begin' as const, 'begin anew' as const, 'go on' as const, 'tell' as const),
    flow: name,
  }),
  fc.record({ to: fc.constant('reply' as const), dossier: fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/) }),
  fc.record({
    to: fc.constant('withdraw' as const),
    code: fc.stringMatching(/^H12(\.[0-9]{2,3}){0,2}-[0-9]{6}-[0-9]{4}$/),
  }),
  fc.record({ to: fc.constant('answer' as const), step, key }),
  fc.record({ to: fc.constant('key' as const), key: key.filter(isBareKey) }),
)

/** Buttons that lie in chats. What they are written like may never change. */
const SENT: readonly (readonly [string, Payload])[] = [
  ['#menu', { to: 'steer', command: 'menu' }],
  ['#quay-lai', { to: 'steer', command: 'back' }],
  ['#huy', { to: 'steer', command: 'cancel' }],
  ['#tiep-tuc', { to: 'steer', command: 'resume' }],
  ['#tro-giup', { to: 'steer', command: 'help' }],
  ['#vi-sao', { to: 'steer', command: 'why' }],
  ['#gap-nguoi', { to: 'steer', command: 'person' }],
  ['#lam:cap-giay-di-duong', { to: 'begin', flow: 'cap-giay-di-duong' }],
  ['#lam-moi:dang-ky-tam-tru', { to: 'begin anew', flow: 'dang-ky-tam-tru' }],
  ['#tiep-tuc:tra-cuu', { to: 'go on', flow: 'tra-cuu' }],
  ['#thong-tin:phan-anh', { to: 'tell', flow: 'phan-anh' }],
  ['#bo-sung:0J4x_-9z', { to: 'reply', dossier: '0J4x_-9z' }],
  ['#rut-ma:H12.99.001-261128-0001', { to: 'withdraw', code: 'H12.99.001-261128-0001' }],
  ['#huy.co', { to: 'answer', step: 'huy', key: 'co' }],
  ['#nho.khong', { to: 'answer', step: 'nho', key: 'khong' }],
  ['#muc_dich.y-te', { to: 'answer', step: 'muc_dich', key: 'y-te' }],
  ['#co', { to: 'key', key: 'co' }],
]

describe('a payload', () => {
  it.each(SENT)('%s is read as it was meant, and written so again', (wire, meant) => {
    expect(readPayload(wire)).toEqual(meant)
    expect(tapped(writePayload(meant))).toBe(wire)
  })

  it('comes back from a phone as it was sent', () => {
    fc.assert(
      fc.property(payload, (it) => {
        expect(readPayload(tapped(writePayload(it)))).toEqual(it)
      }),
    )
  })

  it('is read whatever stands behind its hash, and written the same again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^#[a-z0-9][a-zA-Z0-9_.:-]{0,60}$/), (text) => {
        const read = readPayload(text)
        expect(read && tapped(writePayload(read))).toBe(text)
      }),
    )
  })

  it.each(['#1', '# menu', '#Menu', 'menu', '#', '#ấp 4', 'số #4', `#a${'x'.repeat(201)}`, '#a b'])(
    'is not what people type: %j',
    (text) => expect(text === '#1' ? readPayload(text)?.to : readPayload(text)).toBe(text === '#1' ? 'key' : undefined),
  )

  it.each(Object.entries(COMMAND_KEYS))('%s steers by its button as by its words', (command, written) =>
    expect(readCommand(tapped(written))).toBe(command),
  )

  it('means something to its own step alone, and a bare key to any', () => {
    expect(keyFor('a', { to: 'answer', step: 'a', key: 'x' })).toBe('x')
    expect(keyFor('b', { to: 'answer', step: 'a', key: 'x' })).toBeUndefined()
    expect(keyFor('b', { to: 'key', key: 'x' })).toBe('x')
    expect(keyFor('b', { to: 'begin', flow: 'x' })).toBeUndefined()
  })

  it('takes from clerks the keys that mean something everywhere, and no others', () =>
    expect(RESERVED_KEYS.toSorted()).toEqual([
      ...[
        'bo-nguoi',
        'bo-qua',
        'bo-sung',
        'chup-lai',
        'dong-y',
        'dung-lai',
        'gap-nguoi',
        'giu-nguyen',
        'hoc-them',
        'huy',
        'lam',
      ],
      ...[
        'lam-moi',
        'menu',
        'nho',
        'noi-khac',
        'quay-lai',
        'rut-ma',
        'sua-cau',
        'them-nguoi',
        'thong-tin',
        'tiep-tuc',
        'tro-giup',
        'tu-nhap',
      ],
      ...['vi-sao', 'xong'],
    ]))
})

it('is spelled in one place: no other file of the conversation or of procedures writes one out', () => {
  const src = join(import.meta.dirname, '../../../src')
  // Of one word are also numbers, folded words and the flow of supplements.
  const whole = RESERVED_KEYS.filter((it) => it.includes('-') && it !== 'bo-sung')
  const pattern = new RegExp(
    `['"\`](?:#?(?:${RESERVED_KEYS.join('|')})[:.]|(?:${whole.join('|')})['"\`]|#\\$\\{)|key: 'menu'`,
  )
  const found = ['conversation', 'procedures', 'zalo', 'notifications'].flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/words\/payload\.ts$/.test(path))
      .flatMap((path) =>
        readFileSync(join(src, folder, path), 'utf8')
          .split('\n')
          .flatMap((line) => (pattern.test(line) ? `${folder}/${path}: ${line.trim()}` : [])),
      ),
  )
  expect(found).toEqual([])
})
