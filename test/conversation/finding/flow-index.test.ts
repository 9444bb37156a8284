import { expect, it } from 'vitest'
import type { CompiledFlow, Flows } from '../../../src/conversation/flow/compiled-flow.ts'
import { indexOf } from '../../../src/conversation/finding/flow-index.ts'
import { findProcedures, searchFlows } from '../../../src/conversation/finding/search-flows.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const open = await flowsOfFiles()
const ENDED = 'Không còn áp dụng.'

/** A catalogue that makes its list, its flows and their words anew for whoever asks. */
const anew: Flows = {
  ...open,
  offered: () => open.offered().map((flow) => ({ ...flow, words: [...flow.words] })),
}
const closed: Flows = { ...open, offered: () => anew.offered().map((flow) => ({ ...flow, closed: ENDED })) }

it('stays the same while procedures say the same of themselves, however often their list is made anew', () => {
  const index = indexOf(open.offered(), open.elsewhere())
  for (const flows of [anew, closed, open, closed]) expect(indexOf(flows.offered(), flows.elsewhere())).toBe(index)
})

it.each<[string, (flow: CompiledFlow) => CompiledFlow]>([
  ['another name', (flow) => ({ ...flow, name: `${flow.name} mới` })],
  ['another word', (flow) => ({ ...flow, words: flow.words.with(0, 'việc mới') })],
  ['one word less', (flow) => ({ ...flow, words: flow.words.slice(1) })],
])('is another for %s', (_what, change) => {
  const index = indexOf(open.offered(), open.elsewhere())
  const [first, ...others] = open.offered()
  expect(indexOf([change(first!), ...others], [])).not.toBe(index)
  expect(indexOf(others, [])).not.toBe(index)
  expect(indexOf([...others, first!], [])).not.toBe(index)
})

it('keeps what the catalogue needs while several texts are rehearsed beside it', () => {
  const index = indexOf(open.offered(), open.elsewhere())
  for (let saved = 0; saved < 9; saved++) {
    const [first, ...others] = open.offered()
    indexOf([{ ...first!, name: `Bản nháp ${saved}` }, ...others], [])
    expect(indexOf(anew.offered(), anew.elsewhere())).toBe(index)
  }
})

it('finds the flow as it is now, not as it was when the index was built', () => {
  const sentence = 'cho em xin giấy đi đường'
  expect(findProcedures(open, sentence)[0]?.flow.closed).toBeUndefined()
  expect(findProcedures(closed, sentence)[0]?.flow).toMatchObject({ flow: 'cap-giay-di-duong', closed: ENDED })
  expect(searchFlows(closed, 'đăng ký thuong truu')).toMatchObject([{ flow: 'dang-ky-thuong-tru', closed: ENDED }])
})
