import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import { prospectOf, timesOf } from '../conversation/flow/prospect.ts'
import type { DecidedHow } from './load-standing.ts'
import type { ProspectOf } from './names.ts'

type Pinned = (flow: string, version: number) => CompiledFlow | undefined

/** What the version that a dossier was filed through promises; undefined where it cannot be read any more. */
export const createProspectOf =
  (pinned: Pinned): ProspectOf =>
  ({ flow, flowVersion }, at) => {
    const filed = pinned(flow, flowVersion)
    return filed && prospectOf(filed, at)
  }

/** What it says of deciding the dossier. */
export const createDecidedHow =
  (pinned: Pinned): DecidedHow =>
  ({ flow, flowVersion }) => {
    const filed = pinned(flow, flowVersion)
    const { approval, answered } = filed ?? {}
    const visit = filed && timesOf(filed)
    return {
      ...(approval && { approval }),
      ...(answered !== undefined && { asking: answered }),
      ...(visit && { visit }),
    }
  }
