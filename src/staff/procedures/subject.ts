import type { FlowDraft, FlowVersion } from '../../procedures/ports.ts'
import type { ProcedurePorts } from './ports.ts'

/** One procedure as every page about it needs it. */
export interface Subject {
  flow: string
  name: string
  code: string | undefined
  newest: FlowVersion | undefined
  draft: FlowDraft | undefined
  /** Newest first. */
  rows: readonly FlowVersion[]
}

/** Nothing when it was neither published nor begun. */
export async function subjectOf({ publishing, flows }: ProcedurePorts, flow: string): Promise<Subject | undefined> {
  const [rows, draft] = await Promise.all([publishing.history(flow), publishing.draftOf(flow)])
  if (rows.length === 0 && !draft) return undefined
  const current = flows.current(flow)
  const named = draft && /^name: *["']?([^"'\n]{1,120})/m.exec(draft.source)?.[1]
  return { flow, name: current?.name ?? named?.trim() ?? flow, code: current?.code, newest: rows[0], draft, rows }
}
