import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/conversation/flow/compile.ts'
import type { GrantedKind } from '../../src/conversation/flow/granted-kind.ts'
import { edgesOf, walk } from '../../src/conversation/step/walk.ts'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { lint } from '../../src/procedures/lint/lint.ts'
import { load } from '../../src/procedures/load.ts'
import { play } from '../../src/procedures/play.ts'
import { planPublication } from '../../src/procedures/publish.ts'
import { travelPass, marketCard } from '../permits/sample.ts'

const textOf = (flow: string) => readFile(new URL(`../../flows/${flow}/flow.yaml`, import.meta.url), 'utf8')
const [PASS, CARD, EXTENSION] = await Promise.all(
  ['cap-giay-di-duong', 'the-di-cho', 'gia-han-giay-di-duong'].map(textOf),
)

const flowsWith = (text: string, kinds: readonly GrantedKind[]) => {
  const plan = planPublication(text, [], 'test', 0)
  return createCatalogue(plan.outcome === 'published' ? [plan.row] : [], undefined, undefined, undefined, kinds)
}

/** The talk up to the question for the end, of a pass that begins on 2 May 2030 at 7 o'clock, and what follows. */
const askUntil = (text: string, longestDays: number, ...rest: object[]) =>
  play(
    {
      title: 'số ngày',
      start: 'cap-giay-di-duong',
      talk: [
        ...['Tôi đồng ý', 'tự nhập', 'Nguyễn Văn An', '096190012345', '0912345678', 'Khám, chữa bệnh, mua thuốc'].map(
          (citizenSays) => ({ citizenSays }),
        ),
        ...['xã Đất Mũi', 'Cần Thơ', 'bỏ qua', '7h ngày 2/5/2030'].map((citizenSays) => ({ citizenSays })),
        { botSays: `nhất là ${longestDays} ngày` },
        ...rest,
      ] as never,
    },
    flowsWith(text, [{ ...travelPass, longestDays }, marketCard]),
  ).failures

describe('the longest period of a kind of permit', () => {
  it.each([
    [30, '17h ngày 30/5/2030', 'những ngày nào trong tuần'],
    [30, '1 tháng', 'dung'],
    [30, '17h ngày 20/6/2030', 'dài nhất 30 ngày kể từ 07:00 02/05/2030'],
    [3, '17h ngày 4/5/2030', 'giấy hẹn khám'],
    [3, '4 ngày', 'dài nhất 3 ngày kể từ 07:00 02/05/2030'],
    [3, '17h ngày 6/5/2030', 'dài nhất 3 ngày kể từ 07:00 02/05/2030'],
    [3, 'hết ngày 5/5/2030', 'dài nhất 3 ngày. Tôi ghi lâu nhất có thể'],
    [1, '17h ngày 3/5/2030', 'dài nhất 1 ngày'],
    [7, '17h ngày 12/5/2030', 'dài nhất 7 ngày kể từ'],
  ])('of %i days decides what a citizen who says "%s" is told', (days, citizenSays, botSays) => {
    const answer = botSays === 'dung' ? 'tôi hiểu là: “07:00 01/06/2030”' : botSays
    expect(askUntil(PASS!, days, { citizenSays }, { botSays: answer })).toEqual([])
  })

  it.each([1, 2, 3, 7, 10, 30, 31])('of %i days gives an example that itself will do', (longestDays) => {
    const flow = compile((load(PASS!) as { source: { file: Parameters<typeof compile>[0] } }).source.file, [
      { ...travelPass, longestDays },
    ])
    const { steps } = flow
    expect([...steps.values()].some((step) => step.expect === 'text' && step.check.startsWith('permitEnd'))).toBe(true)
    expect(askUntil(PASS!, longestDays, { citizenSays: 'chừng nào xong' }, { botSays: 'Ví dụ: ' })).toEqual([])
    const said = longestDays === 1 ? '07:00 03/05/2030' : '17:00 03/05/2030'
    expect(askUntil(PASS!, longestDays, { citizenSays: said }, { botSays: 'giấy tờ' })).toEqual([])
  })

  it.each([1, 3, 30])('of %i days leaves every step of every flow that grants it within reach', (longestDays) => {
    for (const text of [PASS!, CARD!, EXTENSION!]) {
      const loaded = load(text)
      if (!loaded.ok) throw new Error('unreadable')
      const flow = compile(loaded.source.file, [
        { ...travelPass, longestDays },
        { ...marketCard, longestDays },
      ])
      const walked = walk(flow)
      expect(walked.problems).toEqual([])
      // Up to three days nobody is asked on which of them.
      if (longestDays > 3) expect(edgesOf(flow).filter((edge) => !walked.edges.has(edge))).toEqual([])
    }
  })
})

describe('a text that says otherwise than permits.yaml', () => {
  const told = (text: string, kind: Partial<GrantedKind> = {}) => {
    const loaded = load(text)
    return loaded.ok
      ? lint(loaded.source, { kinds: [{ ...travelPass, ...kind }, marketCard] }).map(({ message }) => message)
      : ['unreadable']
  }

  it('is found by its number of days, where it is not left to the program', () => {
    const fixed = PASS!.replace('{longestDays}', '7')
    expect(told(PASS!, { longestDays: 30 })).toEqual([])
    expect(told(fixed)).toEqual([])
    expect(told(fixed, { longestDays: 30 })).toEqual([expect.stringMatching(/nói 7 ngày.*nhiều nhất 30 ngày/)])
    const why = EXTENSION!.replace('why: Giấy mới bắt đầu', 'why: Gia hạn tối đa 10 ngày. Giấy mới bắt đầu')
    expect(told(why)).toEqual([expect.stringMatching(/nói 10 ngày.*nhiều nhất 7 ngày/)])
  })

  it('is found by its purposes: one that is not there, one that is printed otherwise', () => {
    const unknown = PASS!.replace('key: hoc\n', 'key: du-lich\n')
    expect(told(unknown)).toEqual([expect.stringMatching(/không có mục đích “du-lich” trong permits.yaml/)])
    const renamed = PASS!.replace('label: Giao dịch ngân hàng', 'label: Đi rút tiền')
    expect(told(renamed)).toEqual([expect.stringMatching(/“ngan-hang” là “Giao dịch ngân hàng”/)])
  })

  it('is found by an extension that the kind does not allow', () => {
    expect(told(EXTENSION!)).toEqual([])
    expect(told(EXTENSION!, { mayBeExtended: false })).toEqual([
      expect.stringMatching(/không cho gia hạn giấy đi đường/),
    ])
  })

  it('may name {longestDays} only where a permit is granted', () => {
    expect(told(PASS!.replace(/^grants: .*\n/m, ''))).toContainEqual(expect.stringMatching(/\{longestDays\}/))
  })
})
