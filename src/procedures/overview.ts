import { examine, type Known } from './examine.ts'
import { newestOf, type Catalogue } from './catalogue.ts'
import type { Names } from './lint/lint.ts'
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
  /** Why citizens cannot begin what is published, where something it rests on is gone. */
  aside?: string
  /** Mistakes in the draft and in its examples. */
  findings: number
  /** Open conversations and drafts of citizens, of every version. */
  inTheMiddle: number
}

const byName = new Intl.Collator('vi')

/** Every procedure that was published or begun, by name. */
export function overviewOf(known: Known & { flows: Catalogue }, drafts: readonly FlowDraft[]): Overview[] {
  const flows = new Set([...known.rows, ...drafts].map(({ flow }) => flow))
  return [...flows].map((flow) => overview(flow, known, drafts)).sort((a, b) => byName.compare(a.name, b.name))
}

function overview(flow: string, known: Known & { flows: Catalogue }, drafts: readonly FlowDraft[]): Overview {
  const newest = newestOf(known.rows, flow)
  const draft = drafts.find((it) => it.flow === flow)
  const current = known.flows.current(flow)
  const examined = draft && examine(draft.source, draft.cases, known, flow)
  const aside = known.flows.asideOf(flow)?.because ?? undescribed(current?.grants, known.names)
  return {
    flow,
    ...(aside !== undefined && { aside }),
    name: current?.name ?? nameIn(draft?.source) ?? flow,
    ...(current?.code !== undefined && { code: current.code }),
    ...(newest && { newest }),
    ...(draft && { draft }),
    findings: examined ? examined.findings.length + examined.caseFindings.length : 0,
    inTheMiddle: known.pinned.filter((it) => it.flow === flow).reduce((sum, { citizens }) => sum + citizens, 0),
  }
}

const undescribed = (grants: string | undefined, names: Names = {}): string | undefined =>
  grants === undefined || !names.kinds || names.kinds.includes(grants)
    ? undefined
    : `Không có loại giấy nào tên “${grants}” (permits.yaml).`

const nameIn = (text: string | undefined): string | undefined => {
  const loaded = text === undefined ? undefined : load(text)
  return loaded?.ok ? loaded.source.file.name : undefined
}
