import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../src/procedures/compare.ts'

const signs = (before: string, after: string): string[] =>
  compareTexts(before, after).map((line) =>
    line.kind === 'skipped' ? `… ${line.lines}` : `${{ same: ' ', added: '+', removed: '-' }[line.kind]}${line.text}`,
  )
const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}\n`).join('')

describe('the difference between two texts', () => {
  it('shows a changed line with three equal ones on each side, and how many are left out', () =>
    expect(signs(numbers(1, 20), numbers(1, 9) + 'mười\n' + numbers(11, 20))).toEqual([
      '… 6',
      ' 7',
      ' 8',
      ' 9',
      '-10',
      '+mười',
      ' 11',
      ' 12',
      ' 13',
      '… 7',
    ]))

  it('numbers each line as in its own text', () =>
    expect(compareTexts('a\nb\n', 'x\na\nb\n')).toEqual([
      { kind: 'added', text: 'x', after: 1 },
      { kind: 'same', text: 'a', before: 1, after: 2 },
      { kind: 'same', text: 'b', before: 2, after: 3 },
    ]))

  it('is nothing but a fold for equal texts, and everything for a first one', () => {
    expect(signs(numbers(1, 9), numbers(1, 9))).toEqual(['… 9'])
    expect(signs('', 'a\nb')).toEqual(['+a', '+b'])
  })

  it('does not care about the last line break', () => expect(signs('a\nb', 'a\nb\n')).toEqual(['… 2']))

  it('tells enough to make the second text from the first', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = before.split('\n')
        let at = 0
        const made = compareTexts(before, after).flatMap((line) => {
          if (line.kind === 'added') return [line.text]
          const count = line.kind === 'skipped' ? line.lines : 1
          const passed = lines.slice(at, (at += count))
          return line.kind === 'removed' ? [] : passed
        })
        const whole = after === '' || after.endsWith('\n') ? after : `${after}\n`
        expect(made.map((line) => `${line}\n`).join('')).toBe(whole)
      }),
    )
  })
})
