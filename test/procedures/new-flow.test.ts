import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { examine } from '../../src/procedures/examine.ts'
import { flowNameOf, newFlowCases, newFlowText } from '../../src/procedures/new-flow.ts'

const nothing = { rows: [], pinned: [], flows: createCatalogue([]) }

describe('a new procedure', () => {
  it.each([
    ['Đăng ký nuôi con nuôi', 'dang-ky-nuoi-con-nuoi'],
    ['  Cấp “thẻ” 2026 (lần đầu) ', 'cap-the-2026-lan-dau'],
    ['2. Hộ tịch', 'ho-tich'],
  ])('named “%s” lies in %s', (name, flow) => expect(flowNameOf(name)).toBe(flow))

  it.each(['', '???', '12', 'constructor'])('cannot be named “%s”', (name) => expect(flowNameOf(name)).toBeUndefined())

  it.each(['Đăng ký nuôi con nuôi', 'Cấp "thẻ": loại #1 {mới}'])('called %s may be published as it begins', (name) => {
    const flow = flowNameOf(name) ?? ''
    const examined = examine(newFlowText(flow, name), newFlowCases(flow), nothing, flow)
    expect([examined.findings, examined.caseFindings, examined.would]).toEqual([[], [], 'first'])
    expect(examined.outline?.name).toBe(name)
  })
})
