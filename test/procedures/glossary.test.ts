import { describe, expect, it } from 'vitest'
import { checks } from '../../src/conversation/checks/table.ts'
import { DEEDS, flowSchema } from '../../src/conversation/flow/flow-format.ts'
import { predicates } from '../../src/conversation/flow/predicates.ts'
import { GLOSSARY, wordsIn } from '../../src/procedures/glossary.ts'
import { flowJsonSchema } from '../../src/procedures/json-schema.ts'
import { expectedFindings } from './expected-findings.ts'

const entries = GLOSSARY.flatMap((chapter) => chapter.entries)
const meaningOf = (word: string) => entries.find((entry) => entry.word === word)?.meaning

/** Every word and every fixed value of the grammar, as the grammar itself tells them. */
function told(node: unknown, name: string | undefined, words: Set<string>): Set<string> {
  if (Array.isArray(node)) node.forEach((it) => told(it, name, words))
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return words
  for (const [keyword, value] of Object.entries(node) as [string, unknown][]) {
    const values = (keyword === 'enum' || keyword === 'const' ? [value].flat() : []).map(String)
    values.filter((one) => /^[a-z][a-z ]*$/i.test(one)).forEach((one) => words.add(`${name ?? ''}: ${one}`))
    if (keyword === 'properties') for (const [key, it] of Object.entries(value as object)) told(it, key, words.add(key))
    else if (keyword !== 'propertyNames') told(value, name, words)
  }
  return words
}
const grammar = [...told(flowJsonSchema(), undefined, new Set())].filter((word) => !/: (true|false)$/.test(word))

describe('the glossary beside the editor', () => {
  it('knows the whole grammar', () => {
    expect(grammar.length).toBeGreaterThan(100)
    expect(Object.keys(flowSchema.shape).filter((word) => !grammar.includes(word))).toEqual([])
  })

  it.each(grammar)('explains %s in Vietnamese', (word) => {
    expect(meaningOf(word)).toMatch(/[à-ỹđ]|^false|^true/i)
  })

  it.each([...checks.keys()])(
    'gives an example of an answer to the check %s, under a name that is not its own',
    (name) => {
      expect(meaningOf(`check: ${name}`)).toMatch(/^(?!\w+\. Ghi).+\. .*Ví dụ: \S/)
      expect(meaningOf(`check: ${name}`)?.startsWith(name)).toBe(false)
    },
  )

  it.each([...predicates.keys()])('explains the condition %s', (name) =>
    expect(meaningOf(`when: ${name}`)).toMatch(/[à-ỹđ]/),
  )

  it.each(DEEDS)('explains the deed %s', (name) => expect(meaningOf(`do: ${name}`)).toMatch(/[à-ỹđ]/))
})

describe('the words of the format in a sentence', () => {
  it('are found with their values, and no Vietnamese word is taken for one', () => {
    const words = (sentence: string) => wordsIn(sentence).map(({ word }) => word)
    expect(words('Bước “hoi” hỏi thông tin cá nhân khi chưa xin đồng ý (expect: consent).')).toEqual([
      'expect: consent',
    ])
    expect(words('Thủ tục nhận hồ sơ (mode: accept) cần một bước nộp (do: file).')).toEqual([
      'mode: accept',
      'do: file',
    ])
    expect(words('(do: query …)')).toEqual(['do'])
    expect(words('Bước “hoi”, mục “saveAs”: còn thiếu')).toEqual(['saveAs'])
    expect(words('Lý do to, no đủ; applicant')).toEqual([])
    expect(words('bước này cần đúng một lối ra: next, flow hoặc end.')).toEqual(['next', 'flow'])
    expect(words('Không có từ khóa “no” ở đây.')).toEqual(['no'])
    expect(words('Không có phép kiểm tra nào tên “phonee”. Có: address, birthDate.')).toEqual([])
    expect(words('Mục “mode”: cần là một trong: accept, prepare.')).toEqual(['mode'])
    expect(words('Các bước đã thay đổi nhưng version vẫn là 1. Hãy tăng version lên 2.')).toEqual(['version'])
  })

  it.each(Object.values(expectedFindings).flat())('are all explained: %s', (finding) => {
    const message = finding.replace(/^\d+:\d+ /, '').replace(/[“{'][^”}']*[”}']|permits.yaml|cases.yaml/g, '')
    const explained = wordsIn(message)
      .map(({ word }) => word)
      .join(' ')
    const english = [...message.matchAll(/(?<=[( ])([a-z]+)(?=[:,) ])/g)].map(([, word = '']) => word)
    const known = english.filter((word) => meaningOf(word) !== undefined && !['do', 'to', 'no'].includes(word))
    expect(known.filter((word) => !explained.includes(word))).toEqual([])
  })
})
