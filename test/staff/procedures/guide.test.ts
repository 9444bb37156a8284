import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGuide } from '../../../src/staff/procedures/read-guide.ts'
import { openShelf } from './shelf.ts'

const source = readFileSync(new URL('../../../flows/README.md', import.meta.url), 'utf8')
/** Letters and digits only, so that marks and the breaking of lines do not count. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ')
const readable = (html: string): string =>
  bare(
    html
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )

const openGuide = async () => (await (await openShelf('officer')).get('/staff/procedures-guide')).body

describe('the guide on its page', () => {
  it('has all words of the text and none of its marks', async () => {
    const article = /<article[^]*<\/article>/.exec(await openGuide())?.[0] ?? ''
    const words = bare(source.replace(/^```yaml$|^\d+\. /gm, ''))
      .trim()
      .split(' ')
    expect(readable(article).trim().split(' ')).toEqual(words)
    const prose = article.replace(/<pre[^]*?<\/pre>|<code>[^]*?<\/code>/g, '')
    expect(prose.replace(/<[^>]*>/g, '\n').match(/\*\*|`|^\||^(?:-|\d+\.) |^#+ /gm)).toBeNull()
  })

  it('has headings in order, each with an address of its own that the chapters lead to', async () => {
    const body = await openGuide()
    const ids = [...body.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => id !== 'main')
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
    expect(links).toContain('re-nhanh')
    expect(body.match(/<h1>/g)).toHaveLength(1)
  })

  it('tells two chapters of one name apart, and takes what stands in it for words', () => {
    const blocks = readGuide('## Một\n\n## Một\n\n- a `<b>`\n  tiếp\n- c\n\n1. d\n')
    expect(blocks).toEqual([
      { type: 'heading', level: 2, text: 'Một', id: 'mot' },
      { type: 'heading', level: 2, text: 'Một', id: 'mot-2' },
      { type: 'list', isOrdered: false, items: ['a `<b>` tiếp', 'c'] },
      { type: 'list', isOrdered: true, items: ['d'] },
    ])
  })
})
