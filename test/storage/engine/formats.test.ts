import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { StorageFault } from '../../../src/kernel/fault.ts'
import { formats } from '../../../src/storage/engine/formats.ts'
import { asItIs, type JsonFormat, listFormat, objectFormat } from '../../../src/storage/engine/stored-json.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

interface Pair {
  stored: unknown
  present: unknown
}
const pairsOf = (kind: string, format: number) =>
  JSON.parse(readFileSync(join(GOLDEN, kind, `${format}.json`), 'utf8')) as Pair[]

it('there are golden files for everything that is stored as JSON, and for nothing else', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(Object.keys(formats).sort())
})

describe.each(Object.entries(formats) as [string, JsonFormat<unknown>][])('stored JSON: %s', (kind, format) => {
  const numbers = Array.from({ length: format.present + 1 }, (_, n) => n)

  it('has a golden file for each format there ever was', () => {
    expect(readdirSync(join(GOLDEN, kind)).sort()).toEqual(numbers.map((n) => `${n}.json`))
  })

  it.each(numbers)('of format %i is read as what the program knows today', (number) => {
    const pairs = pairsOf(kind, number)
    expect(pairs.length).toBeGreaterThan(0)
    for (const { stored, present } of pairs) expect(format.read(JSON.stringify(stored))).toEqual(present)
  })

  it('is written in the present format', () => {
    for (const { stored, present } of pairsOf(kind, format.present))
      expect(JSON.parse(format.write(present))).toEqual(stored)
  })

  it('of a format to come is a fault that may pass', () => {
    const [{ stored } = { stored: {} }] = pairsOf(kind, format.present)
    const later = JSON.stringify({ ...(stored as object), format: format.present + 1 })
    expect(() => format.read(later)).toThrow(StorageFault)
    expect(() => format.read(later)).toThrow(/is of a later version$/)
  })
})

describe('a value that missed several formats', () => {
  const named = (stored: { name: string }) => ({ names: [stored.name] })
  const counted = (stored: { names: string[] }) => ({ ...stored, count: stored.names.length })
  const format = objectFormat<{ names: string[]; count: number }>('names', [asItIs, named, counted])

  it.each([
    ['{"name":"a"}', 'no number'],
    ['{"format":1,"name":"a"}', 'the first'],
    ['{"format":2,"names":["a"]}', 'the second'],
    ['{"format":3,"names":["a"],"count":1}', 'the present one'],
  ])('goes through those it missed: %s', (stored) => {
    expect(format.read(stored)).toEqual({ names: ['a'], count: 1 })
  })

  it('and is a list', () => {
    const doubled = (items: number[]) => items.map((item) => item * 2)
    const list = listFormat<number>('numbers', [doubled, doubled])
    expect([list.read('[1]'), list.read('{"format":1,"items":[1]}'), list.read('{"format":2,"items":[1]}')]).toEqual([
      [4],
      [2],
      [1],
    ])
  })
})
