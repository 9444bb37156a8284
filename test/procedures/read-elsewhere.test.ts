import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readElsewhere } from '../../src/procedures/read-elsewhere.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'

const folder = new URL('../../flows/', import.meta.url)

const entry = (more: Record<string, string> = {}): string => {
  const lines = {
    id: 'xin-trong-cay',
    name: 'Xin trồng cây',
    where: 'Hỏi tại UBND xã, phường.',
    source: 'chung',
    ...more,
  }
  const says = ['xin trồng cây', 'trong cay o dau', 'muốn trồng cây', 'trồng cây trước nhà', 'cay xanh']
  const text = Object.entries(lines).map(([key, value]) => `    ${key}: ${value}`)
  return ['entries:', '  -', ...text, '    says:', ...says.map((it) => `      - ${it}`)].join('\n')
}
const mistakesIn = (text: string): string[] => {
  const read = readElsewhere(text, ['dang-ky-khai-sinh'])
  return read.ok ? [] : read.findings.map(({ line, message }) => `${line} ${message}`)
}

it('reads what is written, with where it was read', () => {
  const read = readElsewhere(entry({ phone: "'1900 0000'", source: 'công báo' }), [])
  const found = { id: 'xin-trong-cay', phone: '1900 0000', near: [], source: 'công báo' }
  expect(read).toMatchObject({ ok: true, entries: [found] })
})

it.each([
  ['a code', { code: "'1.001234'" }],
  ['a telephone', { phone: "'0290 3831234'" }],
  ['an address on the web', { link: 'https://example.vn' }],
  ['an age in the note', { note: 'Từ đủ 14 tuổi.' }],
  ['a house number', { where: 'Số 3 đường Hùng Vương.' }],
])('wants to know who says so where an entry names %s', (_what, told) => {
  expect(mistakesIn(entry(told))).toEqual([expect.stringContaining('phải có nguồn')])
  expect(mistakesIn(entry({ ...told, source: 'công báo' }))).toEqual([])
})

it('refuses an entry that says no source, takes the name of a procedure or leads to one that is not there', () => {
  expect(mistakesIn(entry().replace('    source: chung\n', ''))).toEqual([expect.stringContaining('source')])
  expect(mistakesIn(entry({ id: 'dang-ky-khai-sinh' }))).toEqual(['3 Đã có việc hoặc thủ tục tên “dang-ky-khai-sinh”.'])
  expect(mistakesIn(entry({ near: '[khong-co]' }))).toEqual([expect.stringContaining('Không có thủ tục “khong-co”')])
})

it.each([
  ['script', { name: '"<script>alert(1)</script>"' }, 'không dùng dấu < và >'],
  ['a link that is not safe', { link: 'http://example.vn', source: 'công báo' }, 'bắt đầu bằng https://'],
  ['a link that runs', { link: '"javascript:alert(1)"', source: 'công báo' }, 'bắt đầu bằng https://'],
  ['a link with a name in it', { link: 'https://a@example.vn', source: 'công báo' }, 'bắt đầu bằng https://'],
  ['a telephone with words', { phone: '"0290 hỏi cô Ba"', source: 'công báo' }, 'chỉ gồm chữ số'],
  ['a place without end', { where: 'a'.repeat(501) }, 'dài nhất 500 chữ'],
])('refuses %s, at its line', (_, told, message) => {
  const [field = ''] = Object.keys(told)
  const at =
    entry(told)
      .split('\n')
      .findIndex((line) => line.startsWith(`    ${field}: `)) + 1
  expect(mistakesIn(entry(told))).toEqual([
    expect.stringMatching(new RegExp(`^${at} entries\\.${field}: .*${message}`)),
  ])
})

it('refuses a sentence that another entry is known by, however it is marked', () => {
  const [, ...second] = entry({ id: 'trong-rung', name: 'Trồng rừng' }).replaceAll('cây', 'CAY').split('\n')
  const mistakes = mistakesIn([entry(), ...second].join('\n'))
  expect(mistakes).toHaveLength(5)
  expect(mistakes[0]).toContain('đã có ở “Xin trồng cây”')
})

it('finds nothing wrong in the file of the repository, and a good many matters', () => {
  const flows = readFlowFolders(folder.pathname).map(({ flow }) => flow)
  const read = readElsewhere(readFileSync(new URL('elsewhere.yaml', folder), 'utf8'), flows)
  expect(read.ok ? read.entries.length : read.findings).toBeGreaterThan(40)
})
