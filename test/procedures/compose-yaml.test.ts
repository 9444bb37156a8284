import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, isNode, isScalar, Lexer, parseDocument, visit } from 'yaml'
import { COMPOSING, composeYaml } from '../../src/procedures/compose-yaml.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import { change, maim } from './maim.ts'

const folders = readFlowFolders(fileURLToPath(new URL('../../flows/', import.meta.url)))

/** Everything of a document that somebody asks for: its values, what stands where, and what is wrong with it. */
function told(document: Document) {
  const nodes: unknown[] = []
  visit(document, (key, node) => {
    if (isNode(node)) nodes.push([key, node.constructor.name, node.range, isScalar(node) && node.value])
  })
  const [errors, warnings] = [document.errors, document.warnings].map((list) =>
    list.map(({ code, pos }) => [code, pos]),
  )
  return { nodes, errors, warnings, ...(errors?.length === 0 && { js: document.toJS() as unknown }) }
}

const isReadAlike = (text: string): void => {
  expect(told(composeYaml([...new Lexer().lex(text)], text.length))).toEqual(told(parseDocument(text, COMPOSING)))
}

describe('a text read from the signs that were looked at before', () => {
  it.each(folders)('is what the parser makes of it: $flow', ({ text, cases = '' }) => {
    isReadAlike(text)
    isReadAlike(cases)
    const changes = fc.array(change, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(changes, (hands) => isReadAlike(maim(text, hands))),
      { numRuns: 15 },
    )
  })

  it.each([
    '',
    '\n',
    '\ufeffa: b',
    '\ufeff',
    '---\na: b\n---\nc: d\n',
    '---\na: b\n...\nc: d\n---\n[\n---\n',
    '...\n',
    '%YAML 1.1\n---\na: b',
    '%YAML 1.1\n',
    '# ghi chú\n',
    'a: b\n# ghi chú\n...\n# nữa\n',
    'a: [b',
    'a: "b',
    'a: |\n  b\n c',
    'a: b: c',
    '@a',
    '- a\n- [b: c]',
    '? [a]\n: b',
    'a: b\r\nc: d\r\n',
    'a: \r b',
  ])('is what the parser makes of it: %j', isReadAlike)

  it('tells a second document in one text', () =>
    expect(composeYaml([...new Lexer().lex('a: b\n---\nc: d\n')], 15).errors.map(({ code }) => code)).toEqual([
      'MULTIPLE_DOCS',
    ]))
})
