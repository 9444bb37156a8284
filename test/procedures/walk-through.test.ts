import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { examine } from '../../src/procedures/examine.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const told = (text: string): string[] =>
  examine(text, '', { rows: [], pinned: [], flows: createCatalogue([]) })
    .findings.filter(({ rule }) => rule === 'walk')
    .map(({ line, message }) => `${line}: ${message}`)

/** The small flow with ways that part after the choice. */
const parting = (...branches: string[]): string =>
  changed(
    `      - { key: khong, label: Không, next: xong }
`,
    `      - { key: khong, label: Không, next: re }
  re:
    say: Tôi xem.
    expect: none
    next:
${branches.map((line) => `      - ${line}\n`).join('')}  them:
    say: Ông/bà nhớ mang giấy tờ.
    expect: none
    next: xong
`,
  )

describe('a text is walked through before it is published', () => {
  it('and a way that no answer takes is told at its line', () => {
    const text = parting('{ when: { answer: chon, is: co }, to: them }', '{ to: xong }')
    expect(told(text)).toEqual(['24: Không câu trả lời nào dẫn từ bước “re” đến bước “them” (chon là co).'])
  })

  it('and one that stands behind a wider one too', () => {
    const text = parting(
      '{ when: { answer: chon, isNot: co }, to: xong }',
      '{ when: { answer: chon, is: khong }, to: them }',
      '{ to: xong }',
    )
    expect(told(text)).toEqual(['25: Không câu trả lời nào dẫn từ bước “re” đến bước “them” (chon là khong).'])
  })

  it('and one that is taken is not', () => {
    expect(told(parting('{ when: { answer: chon, is: khong }, to: them }', '{ to: xong }'))).toEqual([])
    expect(told(SMALL_FLOW)).toEqual([])
  })

  it('and a way that hangs on what is typed, of which no sample tells all, is left to the examples', () => {
    const text = parting('{ when: withPlate, to: them }', '{ to: xong }')
      .replace('check: personName', 'check: plate')
      .replace('saveAs: applicant', 'saveAs: plate')
      .replace('{applicant}', '{plate}')
    expect(examine(text, '', { rows: [], pinned: [], flows: createCatalogue([]) }).isPartial).toBe(false)
    expect(told(text)).toEqual([])
  })
})
