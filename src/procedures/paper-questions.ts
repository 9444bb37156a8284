import type { Flows } from '../conversation/flow/compiled-flow.ts'

/** The questions of this version that take papers: key of the answer → label. One passed over leaves no answer. */
export function paperQuestions(
  flows: Pick<Flows, 'pinned'>,
  flow: string,
  version: number,
): ReadonlyMap<string, string> {
  const steps = flows.pinned(flow, version)?.steps.values() ?? []
  return new Map(
    [...steps].flatMap((step) =>
      step.expect === 'files' && step.saveAs ? [[step.saveAs, step.label ?? 'Giấy tờ'] as const] : [],
    ),
  )
}
