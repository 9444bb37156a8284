import { describe, expect, it } from 'vitest'
import { type Act, stage, rehearse } from '../../src/procedures/rehearse.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'
import { SMALL_FLOW, changed } from './small-flow.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const published = await flowsOfFiles()

const tried = (flow: string, acts: Act[], text?: string) => {
  const staged = text === undefined ? ({ ok: true, flows: published } as const) : stage(text, published)
  if (!staged.ok) throw new Error('not staged')
  return rehearse(flow, acts, staged.flows, NOW)
}
const says = (...texts: string[]): Act[] => texts.map((text) => ({ type: 'says', text }))

describe('trying a text out', () => {
  it('begins with the first question and says at which step it rests', () => {
    const { bubbles, hasEnded } = tried('thu-nghiem', [], SMALL_FLOW)
    expect(bubbles.at(-1)).toMatchObject({ by: 'account', step: 'thu-nghiem/hoi' })
    expect(bubbles.at(-1)?.text).toContain('Ông/bà tên gì?')
    expect(hasEnded).toBe(false)
  })

  it('plays the draft, not what is published, and shows a tapped button by its label', () => {
    const text = changed('Gửi chứ', 'Nộp chứ')
    const { bubbles, hasEnded } = tried('thu-nghiem', says('Nguyễn Văn An', '#chon.co'), text)
    expect(bubbles.map((it) => it.text).join('\n')).toMatch(/Nộp chứ, Nguyễn Văn An[^]*Có[^]*Cảm ơn/)
    expect(bubbles.filter(({ by }) => by === 'citizen').map((it) => it.text)).toEqual(['Nguyễn Văn An', 'Có'])
    expect(hasEnded).toBe(true)
  })

  it('does not play a text with mistakes, and names them', () => {
    const staged = stage(changed('next: chon', 'next: chonn'), published)
    expect(staged.ok ? [] : staged.findings.map(({ rule }) => rule)).toContain('unknown target')
    expect(stage('flow: [', published).ok).toBe(false)
  })

  it('reads a pretended card, and is told what a filing would do', () => {
    const acts = [
      ...says('#dong_y.co', '#the_can_cuoc.dong-y'),
      { type: 'card' } as const,
      ...says('#the_can_cuoc.dung'),
    ]
    const { bubbles } = tried('cap-giay-di-duong', acts)
    expect(bubbles.map((it) => it.text).join('\n')).toContain('Nguyễn Thị An')
    const photo = tried('cap-giay-di-duong', [...says('#dong_y.co', '#the_can_cuoc.dong-y'), { type: 'photo' }])
    expect(photo.bubbles.at(-1)?.text).toMatch(/mã QR|chụp/)
  })

  it('asks the clerk what a query finds, and goes on either way', () => {
    const asked = tried('danh-gia', [])
    expect(asked.asks).toBe('dossiers to rate')
    const found = tried('danh-gia', [{ type: 'found' }])
    expect([found.asks, found.bubbles.at(-1)?.step]).toEqual([undefined, expect.stringMatching(/^danh-gia\//)])
    expect(tried('danh-gia', [{ type: 'nothing' }]).bubbles.at(-1)?.by).toBe('account')
  })

  it('takes two photos in a row for one album', () => {
    const { bubbles } = tried('bo-sung', [{ type: 'photo' }, { type: 'photo' }])
    expect(bubbles.filter(({ by }) => by === 'account').at(-1)?.text).toContain('2 tệp')
  })

  it('plays every procedure of the catalogue from its first word', () => {
    for (const { flow } of published.offered())
      expect(tried(flow, []).bubbles.length + (tried(flow, []).asks ? 1 : 0), flow).toBeGreaterThan(0)
  })
})
