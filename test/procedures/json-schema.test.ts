import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { flowJsonSchema, renderSchema } from '../../src/procedures/json-schema.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import { SMALL_FLOW } from './small-flow.ts'

const FLOWS = new URL('../../flows/', import.meta.url)
const folders = readFlowFolders(FLOWS.pathname)
const validate = new Ajv2020({ allowUnionTypes: true, formats: { uri: true } }).compile(flowJsonSchema())
/** As an editor reads YAML, with numbers and truths. */
const judge = (text: string): boolean => validate(parse(text))

describe('the schema for editors', () => {
  it('is the one in flows/: run `npm run flows -- schema` when the grammar changed', async () =>
    expect(await readFile(new URL('flow.schema.json', FLOWS), 'utf8')).toBe(renderSchema()))

  it.each(folders)('accepts $flow, which names it', ({ text }) => {
    expect([judge(text), validate.errors]).toEqual([true, null])
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/flow\.schema\.json\n/)
  })

  it.each([
    ['a misspelt word', 'say: Ông/bà tên gì?', 'sai: Ông/bà tên gì?'],
    ['a check that does not exist', 'check: personName', 'check: personNam'],
    ['a step without a way on', '    next: chon\n', ''],
    ['a version that is no number', 'version: 1', 'version: một'],
    ['a truth that is none', 'end: true', 'end: có'],
  ])('underlines %s', (_, from, to) => {
    expect(judge(SMALL_FLOW)).toBe(true)
    expect(judge(SMALL_FLOW.replace(from, to))).toBe(false)
  })

  it('explains every word of the grammar in Vietnamese, and completes names that programs know', () => {
    const silent: string[] = []
    const look = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties = {} } = node as { properties?: Record<string, { description?: string }> }
      for (const [name, { description }] of Object.entries(properties)) if (description === undefined) silent.push(name)
      Object.values(node).forEach(look)
    }
    look(flowJsonSchema())
    expect(silent).toEqual([])
    expect(renderSchema()).toMatch(/"personName"[^]*"withPlate"/)
  })
})
