import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../src/procedures/draw.tsx'
import { flowGraph } from '../../src/procedures/flow-graph.ts'
import { placeGraph } from '../../src/procedures/flow-layout.ts'
import { load } from '../../src/procedures/load.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import { SMALL_FLOW, changed } from './small-flow.ts'

const fileOf = (text: string) => {
  const loaded = load(text)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings))
  return loaded.source.file
}
const draw = (text: string, marks = {}) => drawFlow(fileOf(text), marks)

describe('the drawing of a flow', () => {
  it('has a box for each step with its name and its question, and a way for each branch', () => {
    const svg = draw(SMALL_FLOW)
    expect(svg).toMatch(/^<svg [^>]*role="img"/)
    for (const words of [
      'hoi',
      'chon',
      'xong',
      'Ông/bà tên gì?',
      'câu hỏi',
      'chọn một',
      'bắt đầu',
      'kết thúc',
      'Có / Không',
    ])
      expect(svg).toContain(words)
    expect(svg).toContain('hoi đến chon. chon (Có / Không) đến xong. xong đến kết thúc.')
  })

  it('draws a way that leads nowhere to a box that says so', () =>
    expect(draw(changed('next: chon', 'next: chonn'))).toMatch(/class="missing"[^]*chonn[^]*không có bước này/))

  it('marks a step with a mistake in words, not by colour alone', () => {
    const svg = draw(SMALL_FLOW, { faulty: new Set(['chon']) })
    expect(svg.match(/có lỗi/g)).toHaveLength(1)
    expect(svg).toMatch(/class="step faulty"[^]*chon/)
  })

  it('shows figures in each box that has some', () => {
    const figures = { reached: 40, answered: 30, failed: 2, waiting: 1, left: 9 }
    const svg = draw(SMALL_FLOW, { counts: new Map([['hoi', figures]]) })
    expect(svg).toMatch(/đến 40 · trả lời 30[^]*bỏ 9[^]*đang ở đây 1/)
  })

  it('writes what an author typed as text, never as markup', () => {
    const svg = draw(changed('Ông/bà tên gì?', '</text><script>alert(1)</script>'))
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;/text')
  })

  it('stands a ring, a step that leads to itself and a start that is missing', () => {
    for (const text of [
      changed('next: chon', 'next: hoi'),
      changed('start: hoi', 'start: hoii'),
      changed('key: khong, label: Không, next: xong', 'key: khong, label: Không, next: hoi'),
    ])
      expect(draw(text)).toContain('</svg>')
  })

  it('says so instead of drawing what nobody could read and the program would labour over', () => {
    const steps = Array.from(
      { length: 60 },
      (_, i) =>
        `  s${i}: { say: Hỏi?, expect: choice, choices: [${[1, 7, 13, 19, 31].map((step, k) => `{ key: k${k}, label: L${k}, next: s${(i + step) % 60} }`).join(', ')}] }`,
    )
    const svg = draw(`format: 1\nflow: thu\nversion: 1\nname: Thử\nstart: s0\nsteps:\n${steps.join('\n')}\n`)
    expect(svg).toContain('quá nhiều lối đi')
  })

  it('lets no two boxes of any procedure overlap', async () => {
    for (const { text } of readFlowFolders(new URL('../../flows/', import.meta.url).pathname)) {
      const { nodes } = placeGraph(flowGraph(fileOf(text)), 1)
      for (const [i, a] of nodes.entries())
        for (const b of nodes.slice(i + 1)) {
          const isApart =
            Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2
          expect(isApart, `${a.id} and ${b.id}`).toBe(true)
        }
    }
  })
})
