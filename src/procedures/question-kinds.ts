import type { Taken } from '../conversation/checks/check.ts'
import { checkOf } from '../conversation/flow/check-of.ts'
import type { CompiledFlow, Flows } from '../conversation/flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../conversation/flow/flow-format.ts'

/** What a question is about, as far as it says what is usually wrong with its answer. */
export type QuestionKind = 'paper' | 'name' | 'number' | 'time' | 'place' | 'choice' | 'words'

export interface Question {
  label: string
  kind: QuestionKind
}

/** The questions of this version whose answers are filed, by the key of the answer, in the order of the procedure. */
export function questionsOf(
  flows: Pick<Flows, 'pinned'>,
  flow: string,
  version: number,
): ReadonlyMap<string, Question> {
  const pinned: CompiledFlow | undefined = flows.pinned(flow, version)
  return new Map(
    [...(pinned?.steps ?? [])].flatMap(([id, step]): [string, Question][] =>
      'saveAs' in step && step.saveAs !== undefined
        ? [[answerNameOf(id, step), { label: step.label ?? step.saveAs, kind: kindOf(step) }]]
        : [],
    ),
  )
}

function kindOf(step: Step): QuestionKind {
  if (step.expect === 'files') return 'paper'
  if (step.expect === 'choice' || step.expect === 'pick') return 'choice'
  return KINDS[checkOf(step)?.takes ?? 'words'] ?? 'words'
}

const KINDS: Partial<Record<Taken, QuestionKind>> = {
  name: 'name',
  phone: 'number',
  'citizen number': 'number',
  plate: 'number',
  'dossier code': 'number',
  area: 'place',
  point: 'place',
  beginning: 'time',
  end: 'time',
  day: 'time',
  year: 'time',
  period: 'time',
  hours: 'time',
  clock: 'time',
  'days of the week': 'time',
}
