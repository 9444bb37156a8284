import { describe, expect, it } from 'vitest'
import { checks } from '../../src/conversation/checks/table.ts'
import { fitMessages } from '../../src/conversation/words/fit-message.ts'
import { beginningOf, fold, tidy } from '../../src/kernel/text.ts'
import { emptyContext } from '../../src/conversation/flow/answers.ts'
import type { CompiledFlow } from '../../src/conversation/flow/compiled-flow.ts'
import { NEW_SESSION, type Session } from '../../src/conversation/words/session.ts'
import { takeTurn } from '../../src/conversation/take-turn.ts'
import { understand } from '../../src/conversation/finding/understand.ts'
import { urgentFor } from '../../src/conversation/finding/urgent.ts'
import { MODEL_NOW } from '../../src/conversation/step/walk.ts'
import type { AttachmentId } from '../../src/kernel/ids.ts'
import { load } from '../../src/procedures/load.ts'
import { lint } from '../../src/procedures/lint/lint.ts'
import { parseEvents } from '../../src/zalo/events.ts'
import { readDelivery } from '../../src/zalo/delivery.ts'
import { renderMessage } from '../../src/zalo/render.ts'
import { variant } from '../zalo/fixture.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const flows = await flowsOfFiles()
const world = { now: MODEL_NOW, flows }

/** What makes a careless pattern or loop go back and forth. */
const UNITS = [
  'đ', 'a', '1', ' ', '.', '-', '. ', 'a b ', 'ab ba ', '\u0301\u0323', 'ế'.normalize('NFD'), 'ngày 1 tháng 1 ', '(', '( ', ')(', '😀', '👨‍👩‍👧', '🇻🇳', '\u200D', '\uD83D',
  '0912 345 678 ', '+84 ', 'O0lI|', 'Nguyễn Văn ', 'nguyeenx ', 'xã Tân Lộc ', '69B1-', 'H12.99-', 'a@b.', '1/', '1.', 'tu a den ', 'không phải ', 'mà là ', 'à nhầm ',
  'hai mươi ', 'thứ hai ', 'phí ', 'hồ sơ ', 'k ', 'mất ', 'cháy nhà ', 'muốn chết ', 'ba tôi tự tử ', 'uống thuốc ', '\n', 'https://a.vn/', '"', '\\', '{', '#a:', 'ạ ', 'tt ',
] // prettier-ignore

/** The last sign differs, so that what matched all along must be given up; and by the run, for a text may be remembered. */
const shaped = (unit: string, length: number, run: number): string =>
  `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 1)}${'!?;$'.charAt(run % 4)}`

/** Milliseconds of this process's own work, which others on the machine hardly change. */
const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Milliseconds of the quickest of several runs: what disturbs a run only ever makes it slower. */
function quickest(work: (run: number) => unknown, enough: number): number {
  let best = Infinity
  for (let run = 0; run < 7 && best > enough; run++) {
    const before = worked()
    work(run)
    best = Math.min(best, worked() - before)
  }
  return best
}

const FACTOR = 8
/** A square would be 64. */
const MOST = FACTOR * 2.5
/**
 * Milliseconds. Less is measured badly, and nobody waits for it. Fresh memory for a text of a hundred thousand letters costs
 * tens of them, and none at other times; what grows with the square takes seconds there.
 */
const nothingFor = (letters: number): number => Math.max(15, letters / 2_000)

/** A machine may be disturbed for longer than seven runs: only what is slow again and again is slow. */
function growsWithLength(work: (text: string) => unknown, lengths: readonly number[], units = UNITS): void {
  for (const unit of units)
    for (const length of lengths) {
      const texts = [0, 1, 2, 3].map((run) => [shaped(unit, length * FACTOR, run), shaped(unit, length, run)] as const)
      const long = (run: number) => work(texts[run % 4]?.[0] ?? '')
      const short = (run: number) => work(texts[run % 4]?.[1] ?? '')
      const nothing = nothingFor(length * FACTOR)
      let slow = quickest(long, nothing)
      let quick = 0
      for (let again = 0; again < 3 && slow > quick * MOST + nothing; again++) {
        quick = quickest(short, 0)
        slow = quickest(long, nothing)
      }
      expect(slow, `${JSON.stringify(unit)}: ${length} letters take ${quick}`).toBeLessThan(
        quick * MOST + nothing + 0.1,
      )
    }
}

/** Up to Zalo's limit of 2,000 letters, and ten times over it. */
const LENGTHS = [30, 250, 2_500]

describe('time grows no faster than length', { timeout: 300_000 }, () => {
  it.each([...checks.values()])('at the check $name', (check) => {
    const context = { now: MODEL_NOW, answers: check.samplesAfter ?? {} }
    growsWithLength((text) => check.check(text, context), LENGTHS)
  })

  it.each([
    ['tidy', tidy],
    ['fold', fold],
    ['beginningOf', (text: string) => beginningOf(text, text.length - 3)],
    ['urgentFor', urgentFor],
    ['fitMessages', (text: string) => fitMessages(text, [{ key: 'a', label: text }], '…')],
    [
      'renderMessage',
      (text: string) => renderMessage('1', { type: 'text', text, choices: [{ key: 'a', label: text }] }),
    ],
  ] as const)('in %s', (_, work) => growsWithLength(work, [250, 2_500, 20_000]))

  it('where a procedure is looked for', () => growsWithLength((text) => understand(NEW_SESSION, text, world), LENGTHS))

  it('for who is nowhere, and at the menu', () => {
    growsWithLength((text) => takeTurn(NEW_SESSION, { type: 'TEXT', text }, world), LENGTHS)
    const menu = takeTurn(NEW_SESSION, { type: 'ARRIVED' }, world).session
    growsWithLength((text) => takeTurn(menu, { type: 'TEXT', text }, world), LENGTHS)
  })

  it.each(oneOfEachKind())('at a question: $kind', ({ session }) =>
    growsWithLength(
      (text) => {
        takeTurn(session, { type: 'TEXT', text }, world)
        takeTurn(
          session,
          { type: 'FILE', attachment: 'a' as AttachmentId, kind: 'photo', url: 'https://x.test', caption: text },
          world,
        )
        takeTurn(session, { type: 'UNSUPPORTED', what: 'video', text }, world)
      },
      [250, 2_500],
      UNITS.slice(0, 12),
    ),
  )

  it('in the reading of a delivery', () => {
    const read = (text: string): unknown => {
      const attachments = [{ type: 'link', payload: { url: text, title: text, description: text } }]
      const raw = variant('user_send_link', { message: { text, attachments } })
      return [readDelivery(raw, MODEL_NOW), parseEvents(raw, 'a' as AttachmentId)]
    }
    // The webhook takes 256 kB; the text stands in it four times.
    growsWithLength(read, [250, 2_500, 8_000])
  })

  it('in what examines a flow, in each text of it', () => {
    const examine = (text: string): unknown => {
      const said = JSON.stringify(text.toWellFormed())
      const loaded = load(
        `format: 1\nflow: thu\nversion: 1\nname: ${said}\nwords: [${said}]\nmode: prepare\nhelp: ${said}\nstart: mot\nsteps:\n` +
          `  mot: { say: ${said}, why: ${said}, expect: text, check: freeText, saveAs: mot, label: ${said}, next: hai }\n` +
          `  hai: { say: ${said}, expect: choice, choices: [{ key: a, label: ${said}, next: het }] }\n  het: { say: ${said}, expect: none, end: true }\n`,
      )
      return loaded.ok ? lint(loaded.source) : loaded.findings
    }
    growsWithLength(examine, [250, 2_500])
  })
})

/** A session at one step of each kind and check that any flow has. */
function oneOfEachKind(): { kind: string; session: Session }[] {
  const found = new Map<string, Session>()
  for (const flow of allFlows())
    for (const [step, it] of flow.steps) {
      const kind = it.expect === 'text' ? `text ${it.check}` : it.expect
      if (it.expect === 'none' || found.has(kind)) continue
      const context = {
        ...emptyContext(),
        ...(it.expect === 'pick' && { options: [{ key: 'a', label: 'Giấy đi đường' }] }),
      }
      found.set(kind, { ...NEW_SESSION, position: { flow: flow.flow, version: flow.version, step, context } })
    }
  return [...found].map(([kind, session]) => ({ kind, session }))
}

function allFlows(): CompiledFlow[] {
  const named = ['menu', 'bo-sung', 'danh-gia', 'tra-cuu', 'rut-ho-so', 'giay-cua-toi', 'du-lieu-cua-toi']
  return [...flows.offered(), ...named.flatMap((flow) => flows.current(flow) ?? [])]
}

describe('a message longer than Zalo lets anybody type', () => {
  it.each(oneOfEachKind())('changes no answer and says what to do: $kind', ({ session }) => {
    const { session: after, effects } = takeTurn(session, { type: 'TEXT', text: 'Đường hư. '.repeat(400) }, world)
    expect(after.position?.step).toBe(session.position?.step)
    expect(after.position?.context.answers).toEqual({})
    expect(JSON.stringify(effects)).toMatch(/Tin này dài quá[^]*2000[^]*ví dụ/)
  })

  it('is no excuse to overlook a life', () => {
    const { effects } = takeTurn(
      NEW_SESSION,
      { type: 'TEXT', text: `${'Đường hư. '.repeat(400)}tôi muốn tự tử` },
      world,
    )
    expect(JSON.stringify(effects[0])).toContain('lo cho ông/bà')
  })

  it('just within it is kept whole where any sentence may be the answer', () => {
    const content = `${'Đèn đường tắt. '.repeat(132)}Hết chuyện.`
    const position = { flow: 'phan-anh', version: 2, step: 'noi_dung', context: emptyContext() }
    const { session } = takeTurn({ ...NEW_SESSION, position }, { type: 'TEXT', text: content }, world)
    expect(session.position?.context.answers['content']).toEqual({ value: content, shown: content })
  })
})
