import { describe, expect, it } from 'vitest'
import { load } from '../../src/procedures/load.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const findingsOf = (text: string) => {
  const loaded = load(text)
  return loaded.ok ? [] : loaded.findings
}

describe('reading a flow file', () => {
  it('keeps every scalar as it was typed', () => {
    const loaded = load(changed('Ông/bà tên gì?', '0912345678'))
    expect(loaded.ok && loaded.source.file.steps['hoi']?.say).toBe('0912345678')
  })

  it('turns the few numbers and flags into what they are', () => {
    const loaded = load(SMALL_FLOW)
    expect(loaded.ok && loaded.source.file).toMatchObject({ version: 1, steps: { xong: { end: true } } })
  })

  it.each([
    ['a misspelt word', changed('saveAs:', 'saveas:'), { line: 11, column: 5 }],
    ['an unknown kind of step', changed('expect: text', 'expect: txt'), { line: 9 }],
    ['a step without an exit', changed('    end: true\n', ''), { rule: 'format' }],
    ['a choice with two exits', changed('next: xong }', 'next: xong, flow: menu }'), { line: 18 }],
    ['another format', changed('format: 1', 'format: 2'), { line: 1 }],
    ['broken YAML', changed('steps:', 'steps: [\n'), { rule: 'yaml' }],
    ['a doubled step', changed('  xong:', '  chon:'), { rule: 'yaml' }],
    ['a name that objects already have', changed('saveAs: applicant', 'saveAs: constructor'), { line: 11 }],
    ['nothing', '', { line: 1 }],
    ['a list', '- a', { line: 1 }],
  ])('tells %s with its place', (_, text, place) => expect(findingsOf(text)[0]).toMatchObject(place))

  it.each(['\n', '\r\n'])(
    'counts lines and columns from one, wherever a mistake stands, with lines ending in %j',
    (end) => {
      const text = changed('next: xong }', 'next: xong, flow: menu }').replace('format: 1', 'format: 2')
      expect(findingsOf(text.replaceAll('\n', end)).map(({ line, column }) => [line, column])).toEqual([
        [1, 1],
        [18, 9],
      ])
    },
  )

  it('does not unfold a bomb of aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]`
    expect(findingsOf(bomb).map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'yaml 1',
      'yaml 2',
      'yaml 3',
      'yaml 4',
    ])
  })
})
