import type { Flows } from '../conversation/flow/compiled-flow.ts'

/**
 * The flow by which a permit of this kind is extended: it lets one of the citizen's own be picked and grants another of
 * the same kind.
 */
export const flowExtending = (
  flows: Pick<Flows, 'offered'>,
  kindGranted: (flow: string) => string | undefined,
  kind: string,
): string | undefined =>
  flows
    .offered()
    .find(
      ({ flow, steps, closed }) =>
        closed === undefined &&
        kindGranted(flow) === kind &&
        [...steps.values()].some((step) => step.expect === 'none' && step.do === 'query my permits'),
    )?.flow
