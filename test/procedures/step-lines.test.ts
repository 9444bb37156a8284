import { describe, expect, it } from 'vitest'
import { stepAt, stepLines } from '../../src/procedures/step-lines.ts'
import { SMALL_FLOW, changed } from './small-flow.ts'

describe('the lines of a step', () => {
  it('are those from its name to its last word', () =>
    expect(stepLines(SMALL_FLOW)).toEqual([
      { step: 'hoi', from: 7, to: 13 },
      { step: 'chon', from: 14, to: 19 },
      { step: 'xong', from: 20, to: 23 },
    ]))

  it('lead from a place to its step, and from a place outside all steps to none', () => {
    const lines = stepLines(SMALL_FLOW)
    expect([7, 13, 14, 23].map((line) => stepAt(lines, line))).toEqual(['hoi', 'hoi', 'chon', 'xong'])
    expect(stepAt(lines, 3)).toBeUndefined()
  })

  it('are found as far as a broken text can be read', () => {
    expect(stepLines('')).toEqual([])
    expect(stepLines('steps: [')).toEqual([])
    expect(stepLines(changed('expect: text', 'expect: [')).map(({ step }) => step)).toContain('hoi')
  })
})
