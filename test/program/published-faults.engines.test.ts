import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plain } from '../../src/storage/engine/codec.ts'
import { createFlowVersions } from '../../src/storage/flow-versions.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { newFlowText } from '../../src/procedures/new-flow.ts'
import { type Running, runProgram } from './running.ts'

/** What pages let in, or an older program left behind: each of these used to stop the start, or every citizen. */
const PUBLISHED: readonly (readonly [flow: string, source: string])[] = [
  ['khong-doc-duoc', 'flow: [\n'],
  ['tep-trang', ''],
  ['neo', 'a: &a 1\nb: *a\n'],
  ['het-phep-kiem-tra', newFlowText('het-phep-kiem-tra', 'Một').replace('personName', 'tenCu')],
  ['lac-buoc', newFlowText('lac-buoc', 'Hai').replace('next: xem_lai', 'next: khong_co')],
  ['nham-ten', newFlowText('ten-khac', 'Ba')],
  ['giay-la', newFlowText('giay-la', 'Cấp giấy lạ').replace('agency:', 'grants: giay-da-bo\nagency:')],
  ['co-quan-la', newFlowText('co-quan-la', 'Cơ quan lạ').replace('H12.99', 'H99.1')],
]
const STRANDED = '7000000000000000911'

let running: Running
beforeAll(async () => {
  running = await runProgram({
    left: async (dataDir) => {
      const engine = openSqlite(join(dataDir, 'mot-cua.db'), plain)
      const versions = createFlowVersions(engine)
      for (const [flow, source] of PUBLISHED)
        await versions.publish({ flow, version: 1, revision: 1, shape: 's', source, publishedBy: 'An', publishedAt: 1 })
      const context = { answers: {}, facts: {}, failures: 0, trail: [] }
      const position = { flow: 'khong-doc-duoc', version: 7, step: 'hoi', context }
      await engine.write(async (db) => {
        await db.insert(engine.tables.conversations).values({
          ...{
            citizen: STRANDED as never,
            flow: 'khong-doc-duoc',
            version: 7,
            step: 'hoi',
            revision: 1,
            lastInteractionAt: 1,
            updatedAt: 1,
          },
          session: { drafts: [], fetching: [], position } as never,
        })
      })
      await engine.close()
    },
  })
}, 60_000)
afterAll(() => running.close())

it('starts, and says of each in its log which one is set aside', () => {
  const told = (message: string) =>
    running.lines
      .map((line) => JSON.parse(line) as { message: string; flow: string })
      .filter((it) => it.message.includes(message))
      .map(({ flow }) => flow)
      .sort()
  expect([...new Set(told('cannot be run'))]).toEqual(
    ['khong-doc-duoc', 'tep-trang', 'neo', 'het-phep-kiem-tra', 'lac-buoc', 'nham-ten'].sort(),
  )
  expect(told('does not describe')).toEqual(['giay-la'])
})

it('goes on with everything else', async () => {
  await running.say('7000000000000000912', '#lam:tra-cuu')
  expect(running.heard('7000000000000000912').join()).toContain('chưa nộp hồ sơ nào')
})

it('apologises to who is in the middle of something that is gone, and shows what there is', async () => {
  await running.say(STRANDED, 'Nguyễn Văn An')
  expect(running.heard(STRANDED).join()).toMatch(/Xin lỗi ông\/bà, việc đang làm dở tạm ngừng/)
  expect(running.lines.filter((line) => line.includes('turn failed'))).toEqual([])
})

it('does not begin what could never be granted', async () => {
  await running.say('7000000000000000913', '#lam:giay-la')
  expect(running.heard('7000000000000000913').join()).toMatch(/tạm chưa nhận qua Zalo/)
})

it('tells the clerk in the list why citizens cannot begin it', async () => {
  const told = await running.program.procedures.publishing.overview()
  const aside = new Map(told.flatMap(({ flow, aside: why }) => (why === undefined ? [] : [[flow, why]])))
  expect([...aside.keys()].sort()).toEqual(
    ['khong-doc-duoc', 'tep-trang', 'neo', 'het-phep-kiem-tra', 'lac-buoc', 'nham-ten', 'giay-la'].sort(),
  )
  expect(aside.get('giay-la')).toContain('permits.yaml')
})
