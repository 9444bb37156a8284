import { describe, expect, it } from 'vitest'
import { lint } from '../../src/procedures/lint/lint.ts'
import { unrehearsed } from '../../src/procedures/lint/unrehearsed.ts'
import { load } from '../../src/procedures/load.ts'
import { sampleKinds } from '../permits/sample.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const lintText = (text: string) => {
  const loaded = load(text)
  return loaded.ok ? lint(loaded.source) : loaded.findings
}

describe('the linter', () => {
  it('has nothing to say about a sound flow', () => expect(lintText(SMALL_FLOW)).toEqual([]))

  it.each([
    ['an unknown target', changed('next: chon', 'next: chonn'), 'unknown target', 13, '“chonn”'],
    ['an unknown start', changed('start: hoi', 'start: hoii'), 'unknown target', 5, '“hoii”'],
    [
      'a step nobody reaches',
      `${SMALL_FLOW}  thua:\n    say: Thừa.\n    expect: none\n    end: true\n`,
      'unreachable',
      24,
      '“thua”',
    ],
    ['a step without a way to an end', changed('    end: true', '    next: xong'), 'dead end', 7, 'kết thúc'],
    ['an unknown check', changed('personName', 'tenNguoi'), 'unknown check', 10, 'tenNguoi'],
    [
      'an unknown condition',
      changed('next: chon', 'next: [{ when: trangTron, to: xong }, { to: chon }]'),
      'unknown check',
      13,
      'trangTron',
    ],
    [
      'branches without a default',
      changed('next: chon', 'next: [{ when: found, to: chon }]'),
      'branches',
      13,
      'Thiếu nhánh',
    ],
    [
      'a default that hides branches',
      changed('next: chon', 'next: [{ to: chon }, { when: found, to: xong }]'),
      'branches',
      13,
      'đứng cuối',
    ],
    ['two choices with one label', changed('label: Không', 'label: co'), 'twin choices', 19, 'trùng nhau'],
    [
      'questions asked together that do not follow each other',
      changed('    next: chon', '    together: { say: Tên gì?, with: [xong] }\n    next: chon'),
      'together',
      13,
      'không đi liền sau',
    ],
    [
      'a question asked together that is none',
      changed('    next: chon', '    together: { say: Tên gì?, with: [xong] }\n    next: xong')
        .replace('start: hoi', 'start: chon')
        .replace('label: Có, next: xong', 'label: Có, next: hoi'),
      'together',
      13,
      'không hỏi chung được',
    ],
    ['a reserved key', changed('key: co', 'key: menu'), 'reserved key', 18, 'menu'],
    ['a placeholder nothing fills', changed('{applicant}', '{aplicant}'), 'placeholder', 15, 'aplicant'],
    ['a text over the limit', changed('Ông/bà tên gì?', 'a'.repeat(1_700)), 'too long', 8, '1600'],
    ['a label over the limit', changed('label: Không', `label: ${'a'.repeat(70)}`), 'too long', 19, '60'],
    ['decomposed letters', changed('Ông/bà tên gì?', 'Ông/bà tên gì?'.normalize('NFD')), 'unnormalised', 8, 'NFD'],
    ['an Eth for a Đ', changed('Ông/bà tên gì?', 'Ði đâu?'), 'unnormalised', 8, 'sai mã'],
  ])('finds %s', (_, text, rule, line, words) => {
    const found = lintText(text).filter((finding) => finding.rule === rule)
    expect(found[0]).toMatchObject({ line, message: expect.stringContaining(words) as unknown })
  })

  it('finds a ring of steps that never ask', () => {
    const ring =
      changed('    end: true', '    next: [{ when: codeGiven, to: het }, { to: xong }]') +
      '  het:\n    expect: none\n    say: Hết.\n    end: true\n'
    expect(lintText(ring)).toMatchObject([
      { rule: 'dead end', message: expect.stringContaining('quay vòng') as unknown },
    ])
  })

  it('finds a filing that no example carries to its end', () => {
    const loaded = load(changed('    expect: none\n', '    expect: none\n    do: file\n'))
    const half = { failures: [], visited: [], rests: [], hasEnded: false, transcript: [], filings: [] }
    expect(loaded.ok && unrehearsed(loaded.source, [half])).toMatchObject([{ rule: 'unrehearsed', line: 2 }])
    expect(loaded.ok && unrehearsed(loaded.source, [half, { ...half, hasEnded: true }])).toEqual([])
  })
})

describe('what a text may name', () => {
  const names = { kinds: sampleKinds.all, agencies: ['H12.99', 'H12.99.001'] }
  const told = (text: string) => {
    const loaded = load(text)
    return loaded.ok ? lint(loaded.source, names).map(({ line, message }) => `${line}: ${message}`) : ['unreadable']
  }
  it.each([
    [
      'a kind nobody described',
      'grants: giay-la',
      /^4: Không có loại giấy nào tên “giay-la”.*Có: travel-pass, market-card\./,
    ],
    ['a kind misspelt', 'grants: travel-pas', /Có phải “travel-pass”\?/],
    ['an agency nobody knows', 'agency: H99.1', /^4: Không có cơ quan nào mang mã “H99\.1”/],
    [
      'a choice nobody offers',
      'reserved: { answer: kind, is: phuc-vu }',
      /^4: Không có câu hỏi chọn nào lưu vào “kind”/,
    ],
    ['a commune that is never asked for', 'agency: choose', /^4: Ghi agency: choose thì cần một câu hỏi/],
  ])('%s is told at its line', (_, line, sentence) =>
    expect(told(changed('name: Thử', `${line}\nname: Thử`))).toEqual([expect.stringMatching(sentence)]),
  )

  it.each(['grants: travel-pass', 'grants: travel pass', 'agency: H12.99.001'])('%s is fine', (line) =>
    expect(told(changed('name: Thử', `${line}\nname: Thử`))).toEqual([]),
  )
})
