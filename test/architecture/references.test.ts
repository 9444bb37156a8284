import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { danglingSections, deadLinks } from './references.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path))

const PAGES = { 'zalo-oa': 'docs/zalo.md', domain: 'docs/domain.md', qr: 'docs/qr.md' }
const pages = Object.fromEntries(Object.entries(PAGES).map(([name, path]) => [name, read(path)]))

it('finds a heading for every section that code, tests, data and papers name', () => {
  const folders = ['src', 'test', 'flows', 'province', 'scripts', 'docs']
  const files = folders.flatMap((folder) => filesIn(folder, /\.(?:ts|tsx|js|json|yaml|md)$/))
  expect(files.length).toBeGreaterThan(800)
  const texts = [...files, 'README.md', 'CONTRIBUTING.md', 'SECURITY.md'].filter((path) => !path.includes('references'))
  expect(texts.flatMap((path) => danglingSections(path, read(path), pages))).toEqual([])
})

it('finds what the papers link to', () => {
  const papers = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'province/README.md', ...filesIn('docs', /\.md$/)]
  const isThere = (paper: string, target: string) => existsSync(join(root, dirname(paper), target))
  expect(papers.flatMap((paper) => deadLinks(paper, read(paper), isThere))).toEqual([])
})

describe('a reference', () => {
  const PAGE = { qr: '# QR\n## 4. Card\n### 4.1 Its text\n' }

  it.each([
    ['(qr §4.1)', []],
    ['docs/qr.md §4', []],
    ['(qr §4.1, §4.3)', ['a.ts: qr §4.3']],
    ['qr §3–§4', ['a.ts: qr §3']],
    ['(qr §41)', ['a.ts: qr §41']],
    ['RFC 9052 §4.4', []],
  ])('that reads %s dangles as %s', (text, dangling) => {
    expect(danglingSections('a.ts', `/** ${text} */`, PAGE)).toEqual(dangling)
  })

  it('to a file that is not there is dead, one to another site or a place on the page is not', () => {
    const text = '[a](there.md) [b](gone.md#x) [c](https://example.vn/x) [d](#words)'
    expect(deadLinks('a.md', text, (_paper, target) => target === 'there.md')).toEqual(['a.md: gone.md'])
  })
})
