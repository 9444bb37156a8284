import { describe, expect, it } from 'vitest'
import { emptyContext } from '../../../src/conversation/flow/answers.ts'
import { followersOf, isQuestion } from '../../../src/conversation/flow/flow-format.ts'
import { renderProgress } from '../../../src/conversation/flow/progress.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const filing = flows.offered().filter(({ mode }) => mode !== undefined)

describe.each(filing.map((flow) => ({ name: flow.flow, flow })))('the line of progress of $name', ({ flow }) => {
  const at = (step: string): readonly number[] => {
    const position = { flow: flow.flow, version: flow.version, step, context: emptyContext() }
    return (/^Bước (\d+)\/(\d+)$/.exec(renderProgress(flow, position) ?? '') ?? []).slice(1).map(Number)
  }
  const questions = [...flow.steps].filter(([, step]) => isQuestion(step)).map(([id]) => id)

  it('has one total for every question of it, which none exceeds', () => {
    const totals = new Set(questions.map((id) => at(id)[1]))
    expect(totals.size).toBe(1)
    expect(questions.filter((id) => (at(id)[0] ?? 0) > (at(id)[1] ?? 0))).toEqual([])
  })

  it('never counts backwards on the way to the end', () => {
    const isBack = (from: string, to: string): boolean => (at(to)[0] ?? 0) < (at(from)[0] ?? 0)
    const back = questions.flatMap((id) =>
      followersOf(flow.steps.get(id)!).flatMap((to) => (isBack(id, to) ? [`${id} → ${to}`] : [])),
    )
    expect(back.filter((way) => !RINGS.has(`${flow.flow}: ${way}`))).toEqual([])
  })
})

/** Ways on which a citizen says that an answer was wrong, and gives it anew. */
const RINGS: ReadonlySet<string> = new Set(['tro-cap-huu-tri-xa-hoi: chua_du_tuoi → ngay_sinh'])
