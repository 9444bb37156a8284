import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/procedures/limits.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import { readPlainly } from '../../src/procedures/read-plainly.ts'
import { readYaml } from '../../src/procedures/read-yaml.ts'
import { change, maim } from './maim.ts'

const folders = readFlowFolders(fileURLToPath(new URL('../../flows/', import.meta.url)))

/** Nothing, or what the careful reader says too. */
const agrees = (text: string): void => {
  const plain = readPlainly(text, LIMITS.flow)
  if (plain === undefined) return
  const careful = readYaml(text, LIMITS.flow)
  expect(careful.ok ? careful.yaml.document.toJS() : careful.findings).toStrictEqual(plain)
}

describe('a text without anything odd', () => {
  it.each(folders)('is read at once: $flow', ({ text }) => {
    expect(readPlainly(text, LIMITS.flow)).toBeDefined()
    agrees(text)
  })

  it.each(folders)('is what the careful reader reads, whatever hands did to it: $flow', ({ text, cases = '' }) => {
    const changes = fc.array(change, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom(text, cases), changes, (one, hands) => agrees(maim(one, hands))),
      { numRuns: 40 },
    )
  })

  it.each([
    ': a: b',
    'a:: b',
    '{ a, b: c }',
    'a:',
    'a: |1\n    b\n',
    'a: &b c',
    'a: *b',
    'a: !b c',
    '? a\n: b',
    'a: [b,, c]',
    'a: b\n---\nc: d',
    'a: b\ta',
    '__proto__: a',
    `a: ${'b '.repeat(700)}`,
    `a: ${'['.repeat(25)}${']'.repeat(25)}`,
    Array.from({ length: LIMITS.keys + 1 }, (_, n) => `k${n}: a`).join('\n'),
    'a: b\n'.repeat(2) + 'a: c',
  ])('is not what this is: %j', (text) => expect(readPlainly(text, LIMITS.flow)).toBeUndefined())
})
