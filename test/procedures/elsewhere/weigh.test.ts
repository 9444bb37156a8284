import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../../src/procedures/catalogue.ts'
import type { SourcedElsewhere } from '../../../src/procedures/elsewhere/entry.ts'
import { pulledFrom, verdictOf } from '../../../src/procedures/elsewhere/verdict.ts'
import { weigh } from '../../../src/procedures/elsewhere/weigh.ts'
import type { FlowVersion } from '../../../src/procedures/ports.ts'
import { SMALL_FLOW } from '../small-flow.ts'
import { TREES } from './entries.ts'

const CASES = `cases:
  - title: hỏi rồi thôi
    start: menu
    talk:
      - citizenSays: xin cất nhà trước sân
      - botSays: tên gì
`
const flowOf = (flow: string, name: string, says: readonly string[], cases?: string): FlowVersion => ({
  ...{ flow, version: 1, revision: 1, shape: 's', publishedBy: 'An', publishedAt: 1 },
  source: SMALL_FLOW.replace('flow: thu-nghiem', `flow: ${flow}`).replace(
    'name: Thử nghiệm',
    `name: ${name}\nwords: [${name.toLowerCase()}]\nsays: [${says.join(', ')}]`,
  ),
  ...(cases !== undefined && { cases }),
})
const HOUSES = [
  'xin cất nhà',
  'xây nhà mới',
  'cat nha truoc san',
  'xin phep xay nha',
  'cất chòi ở rẫy',
  'xay nha cap bon',
]
const ROADS = ['xin giấy đi đường', 'giay di duong', 'qua chốt', 'xe tai qua chot', 'giấy qua chốt']
const ROWS = [flowOf('xay-nha', 'Xây nhà', HOUSES), flowOf('di-duong', 'Đi đường', ROADS)]
const flows = (elsewhere: SourcedElsewhere[] = [], rows = ROWS) =>
  createCatalogue(rows, undefined, undefined, undefined, undefined, elsewhere)
const entryOf = (...says: string[]): SourcedElsewhere => ({ ...TREES, id: 'khac', name: 'Việc khác', says })

describe('an entry that is weighed before it is published', () => {
  it('changes nothing where it has nothing in common with anything', () => {
    const weighed = weigh(flows(), ROWS, { id: TREES.id, entry: TREES })
    expect(weighed).toMatchObject({ lost: [], lostElsewhere: [], broken: [], doubted: [], taken: [], astray: [] })
    expect(weighed.asked).toBeGreaterThan(HOUSES.length + ROADS.length + TREES.says.length)
    expect(verdictOf(weighed, TREES.says)).toBe('fine')
  })

  it('may not take what a procedure is asked for by, however it is marked', () => {
    const entry = entryOf('xin phep xay nha', 'xin phép xây nhà', 'xin xay nha', 'xây nhà', 'xin xây nhà mới')
    const weighed = weigh(flows(), ROWS, { id: entry.id, entry })
    expect(weighed.taken.map(({ sentence, to }) => [sentence, to])).toContainEqual(['xin xây nhà mới', 'Xây nhà'])
    expect([pulledFrom(weighed, entry.says), verdictOf(weighed, entry.says)]).toEqual(['Xây nhà', 'refused'])
  })

  it('wants a look where it takes a sentence or two, and not again for those it has had all along', () => {
    const entry = entryOf(
      'xin phép trồng rừng',
      'giu rung ngap man',
      'trồng đước',
      'cây mắm',
      'xin xây nhà mới giữ rừng',
    )
    const first = weigh(flows(), ROWS, { id: entry.id, entry })
    expect(first.taken).toMatchObject([{ sentence: 'xin xây nhà mới giữ rừng', of: 'Việc khác', to: 'Xây nhà' }])
    expect([pulledFrom(first, entry.says), verdictOf(first, entry.says)]).toEqual([undefined, 'look'])
    expect(weigh(flows([entry]), ROWS, { id: entry.id, entry }).taken).toEqual([])
  })

  it('is told of its own sentences that lead to another entry', () => {
    const entry = entryOf('đóng ghe', 'sửa ghe', 'vỏ lãi', 'dang kiem ghe', TREES.says[0] ?? '')
    const weighed = weigh(flows([TREES]), ROWS, { id: entry.id, entry })
    expect(weighed.astray.concat(weighed.lostElsewhere).map(({ sentence }) => sentence)).toContain(TREES.says[0])
    expect(verdictOf(weighed, entry.says)).not.toBe('fine')
  })

  it('that is ended says which of its sentences begin a procedure then, and is never refused', () => {
    const entry = entryOf('xin xây nhà mới giữ rừng', 'trồng đước', 'giu rung', 'cây mắm', 'rừng ngập mặn')
    const weighed = weigh(flows([entry]), ROWS, { id: entry.id })
    expect(weighed.astray).toMatchObject([{ sentence: 'xin xây nhà mới giữ rừng', to: 'Xây nhà' }])
    expect([weighed.taken, verdictOf(weighed, undefined)]).toEqual([[], 'look'])
  })

  it('plays the examples again, and names those that come out otherwise, but not what was wrong before', () => {
    const rows = [flowOf('xay-nha', 'Xây nhà', HOUSES, CASES.replace('menu', 'xay-nha')), ...ROWS.slice(1)]
    const wrong = weigh(flows([], rows), rows, { id: TREES.id, entry: TREES })
    expect([wrong.played, wrong.broken]).toEqual([1, []])
  })
})

it('a verdict is refused for a broken example or a lost sentence alone', () => {
  const none = { asked: 1, played: 1, lost: [], lostElsewhere: [], broken: [], doubted: [], taken: [], astray: [] }
  const led = [{ sentence: 's', of: 'o', to: 't' }]
  expect(verdictOf(none, ['s'])).toBe('fine')
  expect(verdictOf({ ...none, lost: led }, ['s'])).toBe('refused')
  expect(verdictOf({ ...none, broken: [{ of: 'o', message: 'm' }] }, ['s'])).toBe('refused')
  expect(verdictOf({ ...none, lostElsewhere: led }, ['s'])).toBe('look')
  expect(verdictOf({ ...none, taken: led }, ['s', 'a', 'b', 'c', 'd'])).toBe('look')
  expect(verdictOf({ ...none, lost: led }, undefined)).toBe('look')
})
