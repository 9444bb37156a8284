import { checkOf } from '../../conversation/flow/check-of.ts'
import type { CompiledFlow, Flows } from '../../conversation/flow/compiled-flow.ts'
import { answerNameOf } from '../../conversation/flow/flow-format.ts'
import { MODEL_NOW } from '../../conversation/step/walk.ts'
import type { EffectAnswer } from '../../conversation/words/session.ts'
import { play } from '../../procedures/play.ts'
import { readExamples } from '../../procedures/read-examples.ts'
import type { FlowFolder } from '../../procedures/read-folder.ts'

/** What one talk with a citizen files, as the flow itself makes it. */
export interface Example {
  flow: string
  version: number
  /** An agency code, or `choose`. */
  agency: string | undefined
  grants: boolean
  applicant: string
  answers: readonly (EffectAnswer & { /** Name of the check that read it. */ check?: string })[]
  /** When the talk took place (epoch milliseconds). */
  at: number
}

/**
 * Plays the talks that lie beside the procedures, each once, with the engine that answers citizens, and keeps what came of them.
 * `most`: so many of each procedure. What refers to an earlier permit or visit is left out: there is none.
 */
export function playExamples(folders: readonly FlowFolder[], flows: Flows, most: number): Example[] {
  return folders.flatMap(({ flow: name, cases = '' }) => {
    const flow = flows.current(name)
    if (!flow || [...flow.steps.values()].some(({ expect }) => expect === 'pick')) return []
    const found: Example[] = []
    for (const { example } of readExamples(cases).cases) {
      if (found.length >= most) break
      if (!example.talk.some((line) => 'filed' in line && line.filed !== '0')) continue
      const at = example.at === undefined ? MODEL_NOW : Date.parse(`${example.at}:00+07:00`)
      const filing = play(example, flows).filings.find((it) => it.flow === name)
      if (filing) found.push(toExample(flow, filing, at))
    }
    return found
  })
}

function toExample(
  flow: CompiledFlow,
  { applicant, answers }: { applicant: string; answers: readonly EffectAnswer[] },
  at: number,
): Example {
  const checks = new Map([...flow.steps].map(([id, step]) => [answerNameOf(id, step), checkOf(step)?.name]))
  return {
    ...{
      flow: flow.flow,
      version: flow.version,
      agency: flow.agency,
      grants: flow.grants !== undefined,
      applicant,
      at,
    },
    // The files of an example are words only.
    answers: answers
      .filter(({ attachments }) => attachments === undefined)
      .map((answer) => {
        const check = checks.get(answer.key)
        return { ...answer, ...(check !== undefined && { check }) }
      }),
  }
}
