import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/conversation/flow/compile.ts'
import type { Flows } from '../../../src/conversation/flow/compiled-flow.ts'
import { NEW_SESSION, type Session } from '../../../src/conversation/words/session.ts'
import type { StepTally } from '../../../src/conversation/session/turned.ts'
import { takeTurn } from '../../../src/conversation/take-turn.ts'
import { overlay } from '../../../src/procedures/catalogue.ts'
import { load } from '../../../src/procedures/load.ts'

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
const none: Flows = { current: () => undefined, pinned: () => undefined, offered: () => [] }
const flows = overlay(none, compile(loaded.source.file))

const countsOf = (texts: readonly string[]) => {
  let session: Session = NEW_SESSION
  const tally: StepTally[] = []
  for (const text of texts) {
    const turned = takeTurn(session, { type: 'TEXT', text }, { now: Date.parse('2030-05-01T01:00:00Z'), flows })
    session = turned.session
    tally.push(...(turned.tally ?? []))
  }
  const sum = (step: string): [reached: number, answered: number, failed: number] => {
    const own = tally.filter((it) => it.step === step)
    const total = (key: 'reached' | 'answered' | 'failed') => own.reduce((all, it) => all + it[key], 0)
    return [total('reached'), total('answered'), total('failed')]
  }
  return { sum, steps: new Set(tally.map(({ step }) => step)) }
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

  it('does not count a cancelled filing as answered', () =>
    expect(countsOf([...BEGUN, 'hủy', 'có']).sum('ten')).toEqual([1, 0, 0]))

  it('never counts more answers than arrivals, whatever is typed', () => {
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
        const { sum, steps } = countsOf(['#lam:thu', ...texts])
        for (const step of steps) expect(sum(step)[0]).toBeGreaterThanOrEqual(sum(step)[1])
      }),
      { numRuns: 300 },
    )
  })
})
