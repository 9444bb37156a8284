import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { choicesOf } from '../../src/conversation/flow/flow-format.ts'
import { load } from '../../src/procedures/load.ts'
import { teach } from '../../src/procedures/teach.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const taught = (source: string, words: string, to: Parameters<typeof teach>[1]['to']) => {
  const answer = teach(source, { words, to })
  if (!answer.ok) throw new Error(answer.because)
  return answer.text
}
const YES = { step: 'chon', choice: 'co' }
const fileOf = (source: string) => {
  const loaded = load(source)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings))
  return loaded.source.file
}

describe('teaching a choice', () => {
  it.each([
    ['a choice on one line without words', SMALL_FLOW, '{ key: co, words: [ừ gởi dùm đi], label: Có, next: xong }'],
    ['a list on one line', changed('key: co, label', 'key: co, words: [ừ], label'), 'words: [ừ, ừ gởi dùm đi], label'],
    [
      'a choice of several lines',
      changed('- { key: co, label: Có, next: xong }', '- key: co # có\n        label: Có\n        next: xong'),
      '- key: co # có\n        words: [ừ gởi dùm đi]\n        label',
    ],
    [
      'a list of several lines',
      changed(
        '- { key: co, label: Có, next: xong }',
        '- key: co\n        words:\n          - ừ # dạ\n        label: Có\n        next: xong',
      ),
      '- ừ # dạ\n          - ừ gởi dùm đi\n        label',
    ],
  ])('writes the words beside %s and touches nothing else', (_, source, expected) => {
    const text = taught(source, 'ừ gởi dùm đi', YES)
    expect(text).toContain(expected)
    expect(text.length - source.length).toBeLessThan(40)
    expect(choicesOf(fileOf(text).steps['chon'] as never)[0]).toMatchObject({
      key: 'co',
      words: expect.arrayContaining(['ừ gởi dùm đi']) as string[],
    })
  })

  it.each(['ừ: gởi, đi', '"gởi" #đi', "d'accord", '[x]', 'không'])('keeps %j whatever signs are in it', (words) => {
    const [choice] = choicesOf(fileOf(taught(SMALL_FLOW, words, YES)).steps['chon'] as never)
    expect(choice).toMatchObject({ words: [words] })
  })

  it('says why not, of words that are there, of a choice that is gone and of a text with mistakes', () => {
    const known = changed('key: co, label', 'key: co, words: [Ừ Gởi], label')
    expect(teach(known, { words: 'u goi', to: YES })).toMatchObject({
      ok: false,
      because: expect.stringContaining('đã có') as string,
    })
    for (const to of [
      { step: 'chon', choice: 'x' },
      { step: 'x', choice: 'co' },
    ])
      expect(teach(SMALL_FLOW, { words: 'ừ', to })).toMatchObject({
        ok: false,
        because: expect.stringContaining('không còn') as string,
      })
    expect(teach('flow: [', { words: 'ừ', to: YES })).toMatchObject({
      ok: false,
      because: expect.stringContaining('lỗi') as string,
    })
  })

  it('may also lead to the procedure, whose sentences begin with it', () => {
    const text = taught(SMALL_FLOW, 'mần giấy', 'procedure')
    expect(text).toContain('name: Thử nghiệm\nsays: [mần giấy]\nstart')
    expect(fileOf(taught(text, 'mần cái giấy', 'procedure')).says).toEqual(['mần giấy', 'mần cái giấy'])
  })

  const sources = readdirSync('flows', { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .map(({ name }) => readFileSync(`flows/${name}/flow.yaml`, 'utf8'))

  it('can be done at each choice of each procedure of the folder', () => {
    for (const source of sources)
      for (const [step, it] of Object.entries(fileOf(source).steps))
        for (const { key } of it.expect === 'choice' ? it.choices : []) {
          const again = fileOf(taught(source, 'quắn quéo lắm', { step, choice: key })).steps[step]
          expect(choicesOf(again as never).find((it) => it.key === key)).toMatchObject({
            words: expect.arrayContaining(['quắn quéo lắm']) as string[],
          })
        }
  })
})
