import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { examine } from '../../src/procedures/examine.ts'
import { extend } from '../../src/procedures/extend.ts'
import { insertStep, type NewStep } from '../../src/procedures/insert-step.ts'
import { newFlowCases, newFlowText } from '../../src/procedures/new-flow.ts'

const flows = createCatalogue([])
const known = { rows: [], pinned: [], flows }
const order = (more: Partial<NewStep> = {}): NewStep => ({
  ...{ before: 'dien_thoai', say: 'Ông/bà sinh ngày nào?', label: 'Ngày sinh', check: 'birthDate', choices: [] },
  ...more,
})
const source = newFlowText('thu-mot', 'Thử một')
const cases = newFlowCases('thu-mot')
const extended = (texts: { source: string; cases: string }, more: Partial<NewStep> = {}, newest?: number) => {
  const answer = extend({ ...texts, order: order(more), open: [], ...(newest !== undefined && { newest }) }, flows)
  if (!answer.ok) throw new Error(answer.because)
  return answer
}

describe('one more question', () => {
  it('is asked on the way, answered in every example that comes by, and leaves nothing to mend', () => {
    const answer = extended({ source, cases })
    expect(answer.adapted).toBe(3)
    expect(answer.cases.match(/citizenSays: '05\/03\/1990'/g)).toHaveLength(3)
    const { findings } = examine(answer.source, answer.cases, known)
    expect(findings).toEqual([])
    expect(answer.source).toMatch(
      /next: ngay_sinh\n {2}ngay_sinh:\n {4}say: \|\n[^]*saveAs: ngaySinh[^]*next: dien_thoai\n/,
    )
  })

  it('may be a choice, whatever is typed in it', () => {
    const choices = ['Buổi sáng', 'Buổi sáng, sớm: 7h', '#"\'{}', '???']
    const answer = extended(
      { source, cases },
      { label: 'Buổi: nào?', say: 'Khi nào?\n  - sáng: x\n# chiều', check: undefined as never, choices },
    )
    expect(examine(answer.source, answer.cases, known).findings).toEqual([])
    expect(answer.source).toContain('label: "Buổi: nào?"')
  })

  it('tells by their findings which examples still need a hand', () => {
    const answer = extended({ source, cases })
    const { caseFindings } = examine(answer.source, answer.cases, known)
    // The number of the answer to correct has moved on by one.
    expect(caseFindings.map(({ message }) => /“(.*?)”/.exec(message)?.[1])).toEqual([
      'sửa số điện thoại ở bước xem lại',
    ])
  })

  it('raises the version of what is in force, and takes along who is in the middle', () => {
    const answer = extended({ source, cases }, {}, 1)
    expect(answer.source).toMatch(/version: 2\nmoves:\n {2}- \{ from: \[1\], do: move/)
    expect(
      extended({ source: answer.source, cases: answer.cases }, { label: 'Nơi sinh', check: 'address' }, 1).source.match(
        /from:/g,
      ),
    ).toHaveLength(1)
  })

  it('takes a name that is free, and becomes the first where the first one was', () => {
    const once = insertStep(source, order({ label: 'Họ tên', before: 'dong_y' }))
    const twice = insertStep(source.replaceAll('ngay_sinh', 'x'), order({ label: 'Ho ten', before: 'ho_ten' }))
    expect(once).toMatchObject({ step: 'ho_ten_2', text: expect.stringContaining('start: ho_ten_2') as string })
    expect(twice).toMatchObject({ step: 'ho_ten_2' })
  })

  it('refuses what it cannot read, and a place that is not there, with a sentence', () => {
    for (const [text, before] of [
      ['steps: [', 'a'],
      ['', 'a'],
      ['steps: { a: { say: b } }', 'a'],
      [source, 'khong_co'],
    ] as const)
      expect(insertStep(text, order({ before }))).toMatchObject({
        ok: false,
        because: expect.stringMatching(/[à-ỹ]/) as string,
      })
  })
})

const folder = new URL('../../flows/', import.meta.url)
const published = readdirSync(folder, { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map(({ name }) => name)

describe.each(published)('in %s', (name) => {
  const text = readFileSync(new URL(`${name}/flow.yaml`, folder), 'utf8')
  it('keeps every line as it was but for the names of the next step', () => {
    for (const [, before = ''] of text.matchAll(/^ {2}([a-z_0-9]+):$/gm)) {
      const inserted = insertStep(text, order({ before, label: 'Câu hỏi mới toanh' }))
      if (!inserted.ok) throw new Error(inserted.because)
      const at = inserted.text.indexOf(`  ${inserted.step}:\n`)
      const end = inserted.text.indexOf(`next: ${before}\n`, at) + `next: ${before}\n`.length
      const without = inserted.text.slice(0, at) + inserted.text.slice(end)
      expect(without.replaceAll(inserted.step, before)).toBe(text)
    }
  })
})
