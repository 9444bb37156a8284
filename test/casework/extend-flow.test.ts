import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { planPublication } from '../../src/procedures/publish.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import { flowExtending } from '../../src/casework/extend-flow.ts'

const folders = readFlowFolders(fileURLToPath(new URL('../../flows/', import.meta.url)))
const rows = folders.map(({ text }) => planPublication(text, [], 'test', 0))
const flows = createCatalogue(rows.flatMap((plan) => (plan.outcome === 'published' ? [plan.row] : [])))
const granting = (flow: string) => (flows.current(flow)?.grants === undefined ? undefined : 'pass')

describe('the flow that extends a permit', () => {
  it('lets one be picked and grants another, which the flow that only shows them does not', () => {
    expect(flowExtending(flows, granting, 'pass')).toBe('gia-han-giay-di-duong')
    expect(flows.offered().filter(({ steps }) => JSON.stringify([...steps]).includes('query my permits'))).toHaveLength(
      2,
    )
  })

  it('is none for a kind that nothing grants, and none while it is closed', () => {
    expect(flowExtending(flows, granting, 'card')).toBeUndefined()
    const offered = () => flows.offered().map((flow) => ({ ...flow, closed: 'Lệnh đã hết hiệu lực.' }))
    expect(flowExtending({ offered }, granting, 'pass')).toBeUndefined()
  })
})
