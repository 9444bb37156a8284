import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerRules } from '../../src/conversation/checks/answer-rules.ts'
import { checks } from '../../src/conversation/checks/table.ts'
import { predicates } from '../../src/conversation/flow/predicates.ts'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { examine } from '../../src/procedures/examine.ts'
import { expectedFindings } from './expected-findings.ts'

const guide = readFileSync(new URL('../../flows/README.md', import.meta.url), 'utf8')
const firstCells = [...guide.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell.trim())
const nothing = { rows: [], pinned: [], flows: createCatalogue([]) }

describe('the guide for authors', () => {
  it('begins with a small procedure that may be published as it stands', () => {
    const [text = '', cases = ''] = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, body = '']) => body)
    const { findings, caseFindings, would, examples } = examine(text, cases, nothing)
    expect([findings, caseFindings, would]).toEqual([[], [], 'first'])
    expect(examples).toHaveLength(3)
  })

  it.each([...checks.keys()])('explains the check %s', (name) => expect(firstCells).toContain(`\`${name}\``))

  it.each([...predicates.keys()])('explains the condition %s', (name) => expect(firstCells).toContain(`\`${name}\``))

  it.each([...answerRules.keys()])('explains the rule %s', (name) =>
    expect(firstCells.flatMap((cell) => cell.split(', '))).toContain(`\`${name}\``),
  )

  it('names no check and no condition that does not exist', () => {
    const section = /## Các cách kiểm tra[^]*?(?=\n## Phí)/.exec(guide)?.[0] ?? ''
    const named = [...section.matchAll(/^\| `(\w+)` \| /gm)].map(([, name]) => name)
    expect(named.filter((name) => !checks.has(name ?? '') && !predicates.has(name ?? ''))).toEqual(['check', 'when'])
  })

  it.each(Object.values(expectedFindings).flat())('says how to mend: %s', (finding) => {
    const message = finding.replace(/^\d+:\d+ /, '')
    const patterns = firstCells.map(
      (cell) =>
        new RegExp(
          `^${cell
            .split('…')
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .join('.*')}`,
        ),
    )
    expect(patterns.filter((pattern) => pattern.source !== '^' && pattern.test(message))).not.toEqual([])
  })
})
