import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { beginMending } from '../../../src/conversation/session/mend.ts'
import { filedWay } from '../../../src/conversation/flow/filed-way.ts'
import { withMended } from '../../../src/conversation/flow/mended-flow.ts'
import { begin } from '../../../src/conversation/step/advance.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'
import { answerNameOf } from '../../../src/conversation/flow/flow-format.ts'
import type { DossierId } from '../../../src/kernel/ids.ts'
import { play } from '../../../src/procedures/play.ts'
import { readExamples } from '../../../src/procedures/read-examples.ts'
import { readFlowFolders } from '../../../src/procedures/read-folder.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = withMended(await flowsOfFiles())
const folder = fileURLToPath(new URL('../../../flows/', import.meta.url))
/** Everything that the talks beside the procedures file. */
const filings = readFlowFolders(folder).flatMap(({ cases = '' }) =>
  readExamples(cases).cases.flatMap(({ example }) => {
    const at = example.at === undefined ? MODEL_NOW : Date.parse(`${example.at}:00+07:00`)
    return play(example, flows).filings.map((filing) => ({ ...filing, at, title: `${filing.flow}: ${example.title}` }))
  }),
)

describe('what was filed', () => {
  it('is there to look at', () => expect(filings.length).toBeGreaterThan(20))

  it.each(filings)('has one way that leads to it, and each of its answers is asked for again: $title', (filing) => {
    const flow = flows.pinned(filing.flow, filing.version)!
    const filed = Object.fromEntries(filing.answers.map(({ key, label: _, ...answer }) => [key, answer]))
    expect(filedWay(flow, filed, filing.at)).toMatchObject(filed)
    for (const { key, label } of filing.answers) {
      const begun = beginMending(
        {
          ...{ dossier: 'd1' as DossierId, code: 'H12', question: '?' },
          mend: { ...filing, filedAt: filing.at, wanted: [{ key, label, why: 'Chưa rõ' }] },
        },
        { now: filing.at, flows },
      )
      const { position } = begin(begun!.flow, begun!.context)
      const step = begun!.flow.steps.get(position.step)!
      expect([position.step, key]).toEqual([
        position.step,
        position.step === 'bosung0' ? key : answerNameOf(position.step, step),
      ])
    }
  })

  it('leads nowhere when it is not what this version asks for', () => {
    const flow = flows.current('cap-giay-di-duong')!
    expect(filedWay(flow, { nothing: { value: 'x', shown: 'x' } }, MODEL_NOW)).toBeUndefined()
    expect(filedWay(flow, {}, MODEL_NOW)).toBeUndefined()
  })
})
