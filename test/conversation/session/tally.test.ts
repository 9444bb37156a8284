import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/conversation/flow/compile.ts'
import type { Flows } from '../../../src/conversation/flow/compiled-flow.ts'
import { NEW_SESSION, type Session } from '../../../src/conversation/words/session.ts'
import type { Counted, StepTally } from '../../../src/conversation/session/turned.ts'
import { takeTurn } from '../../../src/conversation/take-turn.ts'
import { overlay } from '../../../src/procedures/catalogue.ts'
import { load } from '../../../src/procedures/load.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const loaded = load(`format: 1
flow: thu
version: 2
name: Thử
mode: accept
start: loai
steps:
  loai: { say: Loại nào?, expect: choice, choices: [{ key: mot, label: Một, next: dong_y }] }
  dong_y:
    { say: Đồng ý chứ?, expect: consent, yes: { next: ten }, no: { next: thoi } }
  ten: { say: Tên gì?, expect: text, check: personName, saveAs: applicant, label: Tên, next: so }
  so: { say: Số điện thoại?, expect: text, check: phone, saveAs: phone, label: Số, next: xem }
  xem: { say: Xem lại., expect: review, next: nop }
  nop: { say: Đã nộp., expect: none, do: file, end: true }
  thoi: { say: Thôi., expect: none, end: true }
`)
if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings))
const none: Flows = { current: () => undefined, pinned: () => undefined, offered: () => [], elsewhere: () => [] }
const flows = overlay(none, compile(loaded.source.file))

const all = await flowsOfFiles()
const menu = all.current('menu')

const countsOf = (texts: readonly string[], known: Flows = flows) => {
  let session: Session = NEW_SESSION
  const tally: StepTally[] = []
  for (const text of texts) {
    const turned = takeTurn(session, { type: 'TEXT', text }, { now: Date.parse('2030-05-01T01:00:00Z'), flows: known })
    session = turned.session
    tally.push(...(turned.tally ?? []))
  }
  const totals = (step: string) => (key: Counted) =>
    tally.filter((it) => it.step === step).reduce((all, it) => all + it[key], 0)
  const sum = (step: string) => (['reached', 'answered', 'failed'] as const).map(totals(step))
  const heard = (step: string) => (['typed', 'missed'] as const).map(totals(step))
  return { sum, heard, steps: new Set(tally.map(({ step }) => step)) }
}

const BEGUN = ['#lam:thu', '#loai.mot', '#dong_y.co']

describe('counting a filing', () => {
  it('counts each question once as reached and as answered, from the consent on, to the handing in', () => {
    const { sum, steps } = countsOf([...BEGUN, 'Nguyễn Văn An', '0912345678', '#xem.nop'])
    expect([...steps]).toEqual(['dong_y', 'ten', 'so', 'xem'])
    for (const step of steps) expect(sum(step)).toEqual([1, 1, 0])
  })

  it('counts every wrong answer', () => expect(countsOf([...BEGUN, '12', '34']).sum('ten')).toEqual([1, 0, 2]))

  it('counts once who goes back and forth', () => {
    const { sum } = countsOf([...BEGUN, 'Nguyễn Văn An', 'quay lại', 'Trần Thị Bình', 'quay lại', 'Lê Văn Cường'])
    expect([sum('ten'), sum('so')]).toEqual([
      [1, 1, 0],
      [1, 0, 0],
    ])
  })

  it('counts what was typed to a question and what of it was not understood; a tap is not typed', () => {
    const { heard } = countsOf([...BEGUN, '12', '34', 'Nguyễn Văn An', '#ten.gi', '0912345678', '#xem.nop'])
    expect([heard('dong_y'), heard('ten'), heard('so'), heard('xem')]).toEqual([
      [0, 0],
      [3, 2],
      [1, 0],
      [0, 0],
    ])
  })

  it('does not count a cancelled filing as answered', () =>
    expect(countsOf([...BEGUN, 'hủy', 'có']).sum('ten')).toEqual([1, 0, 0]))

  it('never counts more answers than arrivals, nor more misunderstood than typed, whatever is typed', () => {
    const words = [
      'quay lại',
      'menu',
      'tiếp tục',
      'hủy',
      'có',
      'An',
      'Nguyễn Văn An',
      '0912345678',
      '1',
      '2',
      'sửa',
      'x',
      ...BEGUN,
      '#xem.nop',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (texts) => {
        const { sum, heard, steps } = countsOf(['#lam:thu', ...texts])
        for (const step of steps) {
          const [reached = 0, answered = 0] = sum(step)
          expect(reached).toBeGreaterThanOrEqual(answered)
          const [typed = 0, missed = 0] = heard(step)
          expect(typed).toBeGreaterThanOrEqual(missed)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('counting at the menu', () => {
  it.each([
    { name: 'what nobody understands, typed before anything is open', texts: ['qwertz asdf'], heard: [1, 1] },
    { name: 'what is understood there', texts: ['menu', '#dang-ky.x', 'khai sinh cho con'], heard: [2, 0] },
    { name: 'what nobody understands at the open menu', texts: ['menu', 'qwertz asdf', 'qwertz'], heard: [3, 2] },
  ])('counts $name', ({ texts, heard }) => {
    const of = countsOf(texts, all)
    expect(of.heard(menu?.start ?? '')).toEqual(heard)
  })
})
