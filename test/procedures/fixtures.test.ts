import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { examine } from '../../src/procedures/examine.ts'
import type { Pinned } from '../../src/procedures/ports.ts'
import { planPublication } from '../../src/procedures/publish.ts'
import { expectedFindings } from './expected-findings.ts'
import { SMALL_FLOW } from './small-flow.ts'

const folder = new URL('fixtures/', import.meta.url)
const first = planPublication(SMALL_FLOW, [], 'test', 1)
const rows = first.outcome === 'published' ? [first.row] : []
/** Three people wait at the second question of what is published. */
const pinned: Pinned[] = [{ flow: 'thu-nghiem', version: 1, step: 'chon', citizens: 3 }]

/** Fixtures that change what is published; the others are published for the first time. */
const SECOND: readonly string[] = ['structure', 'open-conversations']

const findingsOf = (name: string): string[] => {
  const text = readFileSync(new URL(`${name}.yaml`, folder), 'utf8')
  const before = SECOND.includes(name) ? { rows, pinned } : { rows: [], pinned: [] }
  const { findings } = examine(text, '', { ...before, flows: createCatalogue(before.rows) })
  return findings.map((it) => `${it.line}:${it.column} ${it.message}`)
}

describe('each mistake is told at its place, in the words of the author', () => {
  it('has a fixture for each', () =>
    expect(readdirSync(folder).toSorted()).toEqual(
      Object.keys(expectedFindings)
        .map((name) => `${name}.yaml`)
        .toSorted(),
    ))

  // A list of all checks follows their name; it grows.
  it.each(Object.entries(expectedFindings))('%s', (name, findings) =>
    expect(findingsOf(name).map((it) => it.replace(/ Có: .*$/, ''))).toEqual(findings),
  )
})
