import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checks } from '../../src/conversation/checks/table.ts'
import type { CitizenEvent } from '../../src/conversation/words/events.ts'
import { MESSAGE_LIMITS } from '../../src/conversation/words/messages.ts'
import type { Effect, FactsEvent } from '../../src/conversation/words/session.ts'
import { tidy } from '../../src/kernel/text.ts'
import { MODEL_NOW } from '../../src/conversation/step/walk.ts'
import { createChat } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const flows = await flowsOfFiles()

type Happening = CitizenEvent | FactsEvent
/** Says the type that an object literal inside `map` would otherwise widen. */
const happening = (it: Happening): Happening => it

const samples = [...checks.values()].flatMap((check) => [...check.good, ...check.bad])
const steering = ['menu', '0', 'quay lại', 'hủy', 'có', 'không', 'tiếp tục', 'trợ giúp', 'vì sao', '1', '2', '3', '9', '12', 'xong', 'bỏ qua', 'giữ nguyên', 'nộp hồ sơ', 'đúng', '#co', '#nop', '#xong', '#sua', '#dung', '#hai', '#khong', '#ghi-lai', '#bo-sung:d1', '#lam:cap-giay-di-duong', '#lam:trich-luc-ho-tich', '#lam-moi:tra-cuu', '#lam:x', '#tiep-tuc:menu', '{code}', '{question}', '\0', '\u202E'] // prettier-ignore
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...samples) },
  { weight: 4, arbitrary: fc.constantFrom(...steering) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 3_000, minLength: 900 }) },
  // Halves of a pair wherever a text is cut.
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom('😀', '👨‍👩‍👧', '\uD83D', 'ế'.normalize('NFD')))
      .map(([length, unit]) => `${'x'.repeat(length)} ${unit.repeat(300)}`),
  },
)
const CARD = {
  number: '096190012345',
  name: 'Nguyễn Thị An',
  birthDate: '1990-03-05',
  sex: 'nu',
  address: 'Ấp 1',
} as const
const attachment = fc.constantFrom('a', 'b', 'c', 'd')
const event: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: text.map((it) => happening({ type: 'TEXT', text: it })) },
  { weight: 2, arbitrary: attachment.map((id) => happening({ type: 'FILE', attachment: id as never, kind: 'photo', url: 'https://x.test/1' })) },
  { weight: 2, arbitrary: attachment.map((id) => happening({ type: 'FILE_STORED', attachment: id as never })) },
  { weight: 1, arbitrary: attachment.map((id) => happening({ type: 'FILE_REFUSED', attachment: id as never, because: 'empty' })) },
  { weight: 1, arbitrary: fc.constantFrom<CitizenEvent>({ type: 'ARRIVED' }, { type: 'LEFT' }, { type: 'LOCATION', latitude: 9, longitude: 105 }, { type: 'CONTACT' }, { type: 'UNSUPPORTED', what: 'voice' }) },
  { weight: 1, arbitrary: fc.constant(happening({ type: 'SUPPLEMENT_CLOSED', dossier: 'd1' as never, code: 'H12.99-300501-0001' })) },
  { weight: 1, arbitrary: text.map((it) => happening({ type: 'SUPPLEMENT_ASKED', dossier: 'd1' as never, code: 'H12.99-300501-0001', question: it })) },
  { weight: 1, arbitrary: fc.constantFrom<CitizenEvent>({ type: 'TIME_CAME', timer: 'album' }, { type: 'TIME_CAME', timer: 'draft' }) },
  { weight: 1, arbitrary: attachment.map((id) => happening({ type: 'CARD_READ', attachment: id as never, card: CARD })) },
  { weight: 1, arbitrary: attachment.map((id) => happening({ type: 'CARD_UNREADABLE', attachment: id as never, because: 'no code' })) },
  { weight: 1, arbitrary: fc.tuple(fc.boolean(), text).map(([found, list]) => happening({ type: 'FACTS', found, facts: { list: tidy(list), code: 'x' }, options: [{ key: 'd1', label: 'một', facts: { dossier: 'd' } }] })) },
) // prettier-ignore

/** `RANDOM_INPUTS=100000` tries at least that many events; half of all runs have more than twenty. */
const WANTED = Number(process.env['RANDOM_INPUTS'] ?? 5_000)
const RUNS = Math.ceil(WANTED / 14)
/** A million inputs take a minute or two; on a busy machine far longer. */
const PATIENCE = 90_000 + WANTED

const SILENT = new Set([
  'LEFT',
  'TIME_CAME',
  'CARD_READ',
  'CARD_UNREADABLE',
  'FACTS',
  'FILE_STORED',
  'FILE_REFUSED',
  'SUPPLEMENT_CLOSED',
])

function withinLimits(effect: Effect): void {
  if (effect.type !== 'say' || effect.message.type !== 'text') return
  const { text, choices = [] } = effect.message
  expect(text.isWellFormed()).toBe(true)
  expect(text.length).toBeGreaterThan(0)
  expect(text.length).toBeLessThanOrEqual(MESSAGE_LIMITS.text)
  expect(choices.length).toBeLessThanOrEqual(MESSAGE_LIMITS.choices)
  for (const choice of choices) {
    expect(choice.label.length).toBeGreaterThan(0)
    expect(choice.label.isWellFormed()).toBe(true)
    expect(choice.label.length).toBeLessThanOrEqual(MESSAGE_LIMITS.label)
    expect('key' in choice ? choice.key.length : 0).toBeLessThan(MESSAGE_LIMITS.payload)
  }
}

describe('whatever a citizen does', () => {
  const begins = ['menu', ...flows.offered().map(({ flow }) => `#lam:${flow}`)]

  it(
    'nothing throws, no message breaks a limit, nobody meets silence, and the session stays plain JSON',
    () => {
      let tried = 0
      fc.assert(
        fc.property(fc.constantFrom(...begins), fc.array(event, { maxLength: 40, size: 'max' }), (begin, events) => {
          tried += events.length
          const chat = createChat(flows)
          chat.says(begin)
          for (const it of events) {
            const { toldOfFilesAt } = chat.session
            chat.send(it)
            chat.last.forEach(withinLimits)
            // One sentence answers the photos of an album that nobody asked for.
            const isEcho = it.type === 'FILE' && toldOfFilesAt !== undefined
            if (!SILENT.has(it.type) && !isEcho)
              expect(chat.last.filter(({ type }) => type !== 'timer').length, JSON.stringify(it)).toBeGreaterThan(0)
            expect(chat.last.length).toBeLessThan(20)
            const query = chat.last.findIndex((effect) => effect.type === 'query')
            expect(query === -1 || query === chat.last.length - 1, JSON.stringify(it)).toBe(true)
          }
          expect(JSON.parse(JSON.stringify(chat.session))).toEqual(chat.session)
          // Nothing that a database, a header or a page would refuse or garble is ever kept or filed.
          // A backslash that somebody typed stands there twice.
          const kept = JSON.stringify([chat.session, chat.effects]).replaceAll('\\\\', '')
          expect(/\\u(?:d[89a-f]|0000)/i.exec(kept)).toBeNull()
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
      expect(tried).toBeGreaterThanOrEqual(WANTED)
    },
    PATIENCE,
  )

  it('the travel pass is filed by who answers every question, whatever was tried in between', () => {
    const answers: Record<string, string> = {
      dong_y: '#dong_y.co',
      the_can_cuoc: '#the_can_cuoc.tu-nhap',
      ho_ten: 'Nguyễn Văn An',
      so_can_cuoc: '096190012345',
      dien_thoai: '0912345678',
      muc_dich: '#muc_dich.cho',
      noi_di: 'xã Đất Mũi',
      noi_den: 'Cần Thơ',
      bien_so: '#bien_so.bo-qua',
      gio_di: '7h sáng mai',
      gio_ve: '17h ngày 2/5/2030',
      giay_to: '#giay_to.bo-qua',
      xem_lai: '#xem_lai.nop',
    }
    const harmless = fc.constantFrom('vì sao', 'trợ giúp', 'abc', 'quay lại', '#xyz', '?', 'gặp cán bộ')
    fc.assert(
      fc.property(fc.array(fc.option(harmless), { minLength: 20, maxLength: 20 }), (tries) => {
        const chat = createChat(flows)
        chat.says('#lam:cap-giay-di-duong')
        for (let i = 0; i < 60 && chat.session.position?.flow === 'cap-giay-di-duong'; i++) {
          const { proposal } = chat.session.position.context
          const stray = tries[i]
          if (stray && !proposal) chat.says(stray)
          else chat.says(answers[chat.session.position.step] ?? '')
        }
        expect(chat.wanted('file')).toHaveLength(1)
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })
})

describe('every check', () => {
  it.each([...checks.values()])('$name stands any text', (check) => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 200 })), (it) => {
        const reading = check.check(it, { now: MODEL_NOW, answers: {} })
        if (reading.ok === false) {
          expect(reading.because.length).toBeGreaterThan(10)
          return
        }
        expect(reading.value).not.toBe('')
        expect(reading.shown).not.toBe('')
        const again = check.check(reading.shown, { now: MODEL_NOW, answers: {} })
        expect(again).toMatchObject({ value: reading.value })
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })
})
