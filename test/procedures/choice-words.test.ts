import { describe, expect, it } from 'vitest'
import { fewWords } from '../../src/procedures/lint/few-words.ts'
import { sharedWords } from '../../src/procedures/lint/shared-words.ts'
import { load, type FlowSource } from '../../src/procedures/load.ts'

/** A question about the sex of a child, its choices written as given. */
function asking(...choices: string[]): FlowSource {
  const loaded = load(`
format: 1
flow: hoi-thu
version: 1
name: Hỏi thử
start: hoi
steps:
  hoi:
    say: Bé trai hay bé gái?
    expect: choice
    choices:
${choices.map((it) => `      - { ${it}, next: het }`).join('\n')}
  het: { expect: none, say: Hết., end: true }
`)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings))
  return loaded.source
}

describe('everyday words of a choice', () => {
  it('are at least three, where neither the words of everybody nor a clock answers', () => {
    const source = asking('key: trai, label: Trai, words: [con trai, bé trai]', 'key: gai, label: Gái')
    expect(fewWords(source).map(({ line }) => line)).toEqual([12, 13])
    expect(
      fewWords(asking('key: co, label: Có, means: yes', 'key: khac, label: Khác, words: [a, b, c], means: other')),
    ).toEqual([])
    expect(fewWords(asking('key: sang, label: 7 giờ 30 đến 9 giờ', 'key: chieu, label: 13 giờ 30 đến 15 giờ'))).toEqual(
      [],
    )
  })

  it('lead to one choice of a question, and marks tell them apart', () => {
    const twice = asking('key: trai, label: Trai, words: [con trai, bé]', 'key: gai, label: Gái, words: [Bé, trai]')
    expect(sharedWords(twice, {}).map(({ message }) => message)).toEqual([
      expect.stringContaining('“Bé” đã dẫn đến “Trai”'),
      expect.stringContaining('“trai” đã dẫn đến “Trai”'),
    ])
    expect(sharedWords(asking('key: a, label: A, words: [ba]', 'key: b, label: B, words: [bà]'), {})).toEqual([])
    expect(sharedWords(asking('key: a, label: A, words: ["!!"]', 'key: b, label: B'), {})).toHaveLength(1)
  })
})
