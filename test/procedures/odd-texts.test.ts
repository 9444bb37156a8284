import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine } from '../../src/procedures/examine.ts'
import { catalogueOf } from '../../src/procedures/folder-report.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import { stepLines } from '../../src/procedures/step-lines.ts'
import { change, maim } from './maim.ts'
import { SMALL_FLOW } from './small-flow.ts'

const folders = readFlowFolders(fileURLToPath(new URL('../../flows/', import.meta.url)))
const flows = catalogueOf(folders)
const look = (text: string, cases = '', flow?: string) => {
  stepLines(text)
  const { findings, caseFindings } = examine(text, cases, { rows: [], pinned: [], flows }, flow)
  for (const { line, column, message } of [...findings, ...caseFindings]) {
    expect([line, column].every((it) => Number.isInteger(it) && it >= 1)).toBe(true)
    expect(message).not.toMatch(/undefined|\[object|invalid|expected/i)
  }
  return [...findings, ...caseFindings].map(({ rule, line }) => `${line} ${rule}`)
}

const EXAMPLE = (line: string) => `cases:\n  - title: x\n    start: thu-nghiem\n    talk:\n      - ${line}\n`

const ODD: readonly string[] = [
  '', ' ', '\n', '\0', '\ufeff', '---', '...', '--- \n---\n', '%YAML 1.1\n---\na: b', '# chỉ có ghi chú', '&', '*', '!', '? ', ': ', '- ', '[', '{', '}', ']', ',', '|', '>', '"', "'", '@', '`', '%', '~', 'null', '\t', '\ud800',
  'a: &a [*a]', '<<: {a: b}', '<<: *a', '&a a: *a', '!!js/function x', '!<tag:x> y', '? [a]\n: b', '? {a: b}\n: c', '[a]: b', '- - - - a', 'steps: []', 'steps: {}', 'steps: x', 'steps:\n', 'steps:\n  - a', 'steps:\n  a:', 'steps:\n  a: []\n  b: x',
  '__proto__: x', 'constructor: x', 'steps:\n  __proto__: {}\n', 'format: 1\nformat: 2', 'a: b: c: d', `a: ${'['.repeat(5_000)}`, '[,'.repeat(2_000), `[${','.repeat(50_000)}`, '- '.repeat(5_000), '? '.repeat(5_000), 'a: '.repeat(30_000), '&a '.repeat(30_000), '!a '.repeat(30_000),
  Array.from({ length: 39_000 }, (_, i) => `k${i}: 1`).join('\n'), Array.from({ length: 35_000 }, () => 'abc').join('\n'), Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), Array.from({ length: 4_000 }, (_, i) => `k${i}: 1`).join('\n'),
] // prettier-ignore

describe('whatever is typed is answered with findings, never with a fault', () => {
  it.each(ODD.map((text) => [JSON.stringify(text).slice(0, 60), text]))('%s', (_, text) => {
    expect(look(text)).not.toEqual([])
    look(SMALL_FLOW, text)
    look(`${SMALL_FLOW}${text}\n`)
    look(SMALL_FLOW.replace('Ông/bà tên gì?', text), EXAMPLE(text))
    look(SMALL_FLOW, EXAMPLE(`citizenSays: ${text}`))
  })

  it.each(['*101#', '&a', '!x', '{}', '[]', 'x: y', '@', `'${'ơ'.repeat(3_000)}'`])(
    'an example in which a citizen says %s',
    (said) => expect(look(SMALL_FLOW, EXAMPLE(`citizenSays: ${said}`))).toEqual(['5 examples']),
  )

  it('bounds the talk of all examples together, and their number', () => {
    const talk = Array.from({ length: 1_600 }, () => '      - citizenSays: a\n').join('')
    expect(look(SMALL_FLOW, `cases:\n  - title: x\n    talk:\n${talk}`)).toEqual(['1 examples'])
    const many = Array.from({ length: 101 }, () => '  - { title: x, talk: [{ citizenSays: a }] }\n').join('')
    expect(look(SMALL_FLOW, `cases:\n${many}`)).toEqual(['102 examples'])
  })

  it('takes no longer for three times the text than the text is longer', () => {
    const steps = (n: number) =>
      Array.from(
        { length: n },
        (_, i) =>
          `  s${i}:\n    say: x\n    expect: none\n    next: [{ when: found, to: s${i + 1} }, { when: aboutAnother, to: s${i + 2} }, { to: s${i + 3} }]\n`,
      ).join('')
    const text = (n: number) =>
      `${SMALL_FLOW}${steps(n)}${[0, 1, 2].map((i) => `  s${n + i}: { say: x, expect: none, end: true }\n`).join('')}`
    const took = (n: number) => {
      const begun = performance.now()
      look(text(n))
      return performance.now() - begun
    }
    took(35)
    expect(took(105) / took(35)).toBeLessThan(30)
  })
})

describe('every procedure of ours, maimed at random', () => {
  it.each(folders)('$flow is answered with findings', ({ flow, text, cases = '' }) => {
    const changes = fc.array(change, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        changes,
        fc.array(change, { maxLength: 3 }),
        (inText, inCases) => void look(maim(text, inText), maim(cases, inCases), flow),
      ),
      { numRuns: 15 },
    )
    fc.assert(
      fc.property(changes, (inCases) => void look(text, maim(cases, inCases), flow)),
      { numRuns: 5 },
    )
  })
})
