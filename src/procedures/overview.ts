import { examine, type Known } from './examine.ts'
import { newestOf } from './catalogue.ts'
import { load } from './load.ts'
import type { FlowDraft, FlowVersion } from './ports.ts'

/** One procedure as a list of all shows it. */
export interface Overview {
  flow: string
  name: string
  /** Code of the administrative procedure, `2.000635`. */
  code?: string
  /** Absent while it is only a draft. */
  newest?: FlowVersion
  draft?: FlowDraft
  /** Mistakes in the draft and in its examples. */
  findings: number
  /** Open conversations and drafts of citizens, of every version. */
  inTheMiddle: number
}

const byName = new Intl.Collator('vi')

/** Every procedure that was published or begun, by name. */
export function overviewOf(known: Known, drafts: readonly FlowDraft[]): Overview[] {
  const flows = new Set([...known.rows, ...drafts].map(({ flow }) => flow))
  return [...flows].map((flow) => overview(flow, known, drafts)).sort((a, b) => byName.compare(a.name, b.name))
}

function overview(flow: string, known: Known, drafts: readonly FlowDraft[]): Overview {
  const newest = newestOf(known.rows, flow)
  const draft = drafts.find((it) => it.flow === flow)
  const current = known.flows.current(flow)
  const examined = draft && examine(draft.source, draft.cases, known, flow)
  return {
    flow,
    name: current?.name ?? nameIn(draft?.source) ?? flow,
    ...(current?.code !== undefined && { code: current.code }),
    ...(newest && { newest }),
    ...(draft && { draft }),
    findings: examined ? examined.findings.length + examined.caseFindings.length : 0,
    inTheMiddle: known.pinned.filter((it) => it.flow === flow).reduce((sum, { citizens }) => sum + citizens, 0),
  }
}

const nameIn = (text: string | undefined): string | undefined => {
  const loaded = text === undefined ? undefined : load(text)
  return loaded?.ok ? loaded.source.file.name : undefined
}
