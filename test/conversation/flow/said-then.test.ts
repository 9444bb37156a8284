import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSaidThen, isSaidThen } from '../../../src/conversation/flow/said-then.ts'

const NOW = Date.parse('2026-11-27T09:00:00+07:00')

describe('what is filled when a text is said', () => {
  it('is a day so many days away', () =>
    expect(fillSaidThen('Ví dụ: {daysAgo20}, {daysAhead5}.', NOW)).toBe('Ví dụ: 07/11/2026, 02/12/2026.'))

  it('is nothing while officers work, and its paragraph goes', () =>
    expect(fillSaidThen('Một.\n\n{deskNote}\n\nHai.', NOW)).toBe('Một.\n\nHai.'))

  it('leaves other names to others', () => {
    expect(fillSaidThen('{code} {secret} {ten}', NOW)).toBe('{code} {secret} {ten}')
    expect(['daysAgo20', 'daysAhead5', 'deskNote'].map(isSaidThen)).toEqual([true, true, true])
    expect(['code', 'daysAgo', 'daysAgo1234', 'constructor'].map(isSaidThen)).toEqual([false, false, false, false])
  })

  it('is nothing in any text without names', () =>
    fc.assert(
      fc.property(
        fc.string().filter((it) => !it.includes('{')),
        (text) => fillSaidThen(text, NOW) === text,
      ),
    ))
})
