import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import type { FlowVersion, FlowVersions } from '../../src/procedures/ports.ts'
import { planPublication, seedFlows } from '../../src/procedures/publish.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const createRows = () => {
  const rows: FlowVersion[] = []
  const versions: FlowVersions = {
    all: async () => [...rows],
    mark: async () => String(rows.length),
    publish: async (row) => {
      rows.push(row)
      return 'published'
    },
  }
  return { rows, versions }
}

const published = (text: string, rows: readonly FlowVersion[] = []): FlowVersion => {
  const plan = planPublication(text, rows, 'test', 1)
  if (plan.outcome !== 'published') throw new Error(JSON.stringify(plan))
  return plan.row
}

const first = published(SMALL_FLOW)
const reworded = changed('Ông/bà tên gì?', 'Xin cho biết tên.')
const restructured = changed('key: khong', 'key: chua')

describe('publishing', () => {
  it('adds nothing for an unchanged text', () =>
    expect(planPublication(SMALL_FLOW, [first], 'test', 2)).toEqual({ outcome: 'unchanged' }))

  it('counts a changed wording as a new revision of the same shape', () =>
    expect(published(reworded, [first])).toMatchObject({ version: 1, revision: 2, shape: first.shape }))

  it.each(['approval: leader', 'reserved: { answer: chon, is: co }', 'answered: applicant'])(
    'counts "%s", which the desk alone follows, as a new revision of the same shape',
    (line) =>
      expect(published(changed('start: hoi', `${line}\nstart: hoi`), [first])).toMatchObject({
        ...{ version: 1, revision: 2, shape: first.shape },
      }),
  )

  it.each(['about', 'help', 'contact'])('counts a changed text under "%s" as a new revision, too', (key) => {
    const saying = (text: string) => changed('start: hoi', `${key}: ${text}\nstart: hoi`)
    const said = published(saying('Gọi 0290 3 831 234.'))
    expect(published(saying('Gọi 1022.'), [said])).toMatchObject({ version: 1, revision: 2, shape: said.shape })
  })

  it('refuses changed steps under the same version, and says which number to take', () => {
    const plan = planPublication(restructured, [first], 'test', 2)
    expect(plan).toMatchObject({
      outcome: 'refused',
      findings: [{ rule: 'version', line: 3, message: expect.stringContaining('lên 2') as unknown }],
    })
  })

  it('begins a raised version at revision 1', () =>
    expect(published(restructured.replace('version: 1', 'version: 2'), [first])).toMatchObject({
      version: 2,
      revision: 1,
    }))

  it('refuses a version below the current one', () => {
    const second = published(restructured.replace('version: 1', 'version: 3'), [first])
    expect(planPublication(SMALL_FLOW.replace('version: 1', 'version: 2'), [first, second], 'test', 2).outcome).toBe(
      'refused',
    )
  })

  it('refuses what the linter finds', () =>
    expect(planPublication(changed('next: chon', 'next: x'), [], 'test', 1).outcome).toBe('refused'))

  it('seeds once and tells every refusal', async () => {
    const { rows, versions } = createRows()
    const seed = (text: string, at: number) => seedFlows(versions, [{ text, cases: 'cases: []' }], at)
    expect(await seed(SMALL_FLOW, 1)).toMatchObject({ findings: [], leftAlone: [], rows })
    expect((await seed(SMALL_FLOW, 2)).findings).toEqual([])
    expect((await seed(reworded, 3)).findings).toEqual([])
    expect((await seed(restructured, 4)).findings).toHaveLength(1)
    expect(rows.map(({ version, revision }) => [version, revision])).toEqual([
      [1, 1],
      [1, 2],
    ])
    expect(rows[0]?.cases).toBe('cases: []')
  })

  it('reads only what changed since it was last published, whatever else lies in the table', async () => {
    const { rows, versions } = createRows()
    const read: string[] = []
    const other = SMALL_FLOW.replace('flow: thu-nghiem', 'flow: khac')
    const seed = async (...texts: string[]) => {
      read.length = 0
      const folders = texts.map((text) => ({ text }))
      return seedFlows(versions, folders, 1, {}, (text, { flow }) => read.push(`${flow} ${text === other}`))
    }
    await seed(SMALL_FLOW, other)
    expect(read).toEqual(['thu-nghiem false', 'khac true'])
    await seed(SMALL_FLOW, other)
    expect(read).toEqual([])
    await seed(reworded, other)
    expect(read).toEqual(['thu-nghiem false'])
    // Back to an older wording, which stands in the table but is not in force.
    await seed(SMALL_FLOW, other)
    expect(read).toEqual(['thu-nghiem false'])
    expect(rows.map(({ flow, revision, source }) => [flow, revision, source === SMALL_FLOW])).toEqual([
      ['thu-nghiem', 1, true],
      ['khac', 1, false],
      ['thu-nghiem', 2, false],
      ['thu-nghiem', 3, true],
    ])
  })

  it('finds a damaged file beside unchanged ones', async () => {
    const { versions } = createRows()
    const other = SMALL_FLOW.replace('flow: thu-nghiem', 'flow: khac')
    await seedFlows(versions, [{ text: SMALL_FLOW }, { text: other }], 1)
    const { findings } = await seedFlows(versions, [{ text: SMALL_FLOW }, { text: other.slice(0, -30) }], 2)
    expect(findings).not.toEqual([])
  })

  it('does not overrule a clerk with the file of the folder', async () => {
    const { rows, versions } = createRows()
    await versions.publish({ ...published(reworded), publishedBy: 'An' })
    expect(await seedFlows(versions, [{ text: SMALL_FLOW }], 2)).toMatchObject({
      findings: [],
      leftAlone: ['thu-nghiem'],
    })
    expect(await seedFlows(versions, [{ text: reworded }], 2)).toMatchObject({ findings: [], leftAlone: [] })
    expect(rows).toHaveLength(1)
  })

  it('takes a new price or a move between versions for wording: no step changes by them', () => {
    const info = "info: [{ from: '2030-01-01', fee: { kind: free }, papers: [Đơn], deadline: 1 ngày, where: Tại xã }]"
    expect(published(changed('start: hoi', `${info}\nstart: hoi`), [first])).toMatchObject({ version: 1, revision: 2 })
  })
})

describe('the catalogue', () => {
  const second = published(restructured.replace('version: 1', 'version: 2'), [first])
  const catalogue = createCatalogue([second, published(reworded, [first]), first])

  it('starts new conversations on the highest version', () => expect(catalogue.current('thu-nghiem')?.version).toBe(2))
  it('gives those in the middle of a version its newest wording', () =>
    expect(catalogue.pinned('thu-nghiem', 1)?.steps.get('hoi')?.say).toBe('Xin cho biết tên.'))
  it('compiles a version once', () => expect(catalogue.pinned('thu-nghiem', 1)).toBe(catalogue.pinned('thu-nghiem', 1)))
  it('knows nothing of what was never published', () => {
    expect(catalogue.pinned('thu-nghiem', 9)).toBeUndefined()
    expect(catalogue.current('khac')).toBeUndefined()
    expect(catalogue.nameOf('khac')).toBe('khac')
  })
  it('names a procedure as citizens know it', () => expect(catalogue.nameOf('thu-nghiem')).toBe('Thử nghiệm'))
})
