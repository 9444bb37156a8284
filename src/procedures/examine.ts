import { compile } from '../conversation/compile.ts'
import type { Flows } from '../conversation/compiled-flow.ts'
import type { FlowFile } from '../conversation/flow-format.ts'
import { overlay } from './catalogue.ts'
import { lint, type Names } from './lint/lint.ts'
import { unmoved } from './lint/unmoved.ts'
import { unrehearsed } from './lint/unrehearsed.ts'
import { load, type Finding } from './load.ts'
import type { FlowVersion, Pinned } from './ports.ts'
import { planPublication, type Publication } from './publish.ts'
import { rehearse, type Rehearsed } from './rehearse.ts'

/** What a text would do if it were published now. */
export interface Examined {
  /** Absent while the text cannot be read. */
  file?: FlowFile
  /** In the order of the text. None: it may be published. */
  findings: Finding[]
  /** Places are in the text of the examples. */
  caseFindings: Finding[]
  examples: Rehearsed[]
  /** Conversations and drafts of this flow, of every version. */
  inTheMiddle: Pinned[]
  /** `first`, new wording of the `same version`, a `new version`; `unchanged` and `refused` publish nothing. */
  would: 'first' | 'same version' | 'new version' | 'unchanged' | 'refused'
}

export interface Known {
  rows: readonly FlowVersion[]
  pinned: readonly Pinned[]
  flows: Flows
  /** Kinds of permits and agencies that a text may name. */
  names?: Names
}

/**
 * Pure: all findings at once, so that an author mends them in one go. `flow` is the procedure the text is meant for, where
 * that is known: one renamed by mistake would be published beside the one it should replace.
 */
export function examine(text: string, cases: string, known: Known, flow?: string): Examined {
  const nothing = { caseFindings: [], examples: [], inTheMiddle: [], would: 'refused' } as const
  const loaded = load(text)
  if (!loaded.ok) return { ...nothing, findings: loaded.findings, caseFindings: [], examples: [], inTheMiddle: [] }
  const { source } = loaded
  const { file } = source
  const inTheMiddle = known.pinned.filter(({ flow }) => flow === file.flow)
  const strayed = flow === undefined || flow === file.flow ? [] : [source.finding('flow name', ['flow'], STRAYED(flow))]
  const faults = [...strayed, ...lint(source, known.names)]
  const plan = planPublication(text, known.rows, 'examination', 0)
  const ruled = faults.length === 0 && plan.outcome === 'refused' ? plan.findings : []
  const stranded = plan.outcome === 'unchanged' ? [] : unmoved(source, inTheMiddle)
  // A faulty flow may turn for ever; it is rehearsed once it is sound.
  const rehearsal = faults.length === 0 ? rehearse(cases, overlay(known.flows, compile(file))) : undefined
  const untried = rehearsal && rehearsal.findings.length === 0 ? unrehearsed(source, rehearsal.examples) : []
  const findings = [...faults, ...ruled, ...stranded, ...untried].sort((a, b) => a.line - b.line || a.column - b.column)
  const caseFindings = rehearsal?.findings ?? []
  const isSound = findings.length + caseFindings.length === 0
  return {
    file,
    findings,
    caseFindings,
    examples: rehearsal?.examples ?? [],
    inTheMiddle,
    would: isSound ? outcomeOf(plan, known.rows) : 'refused',
  }
}

const STRAYED = (flow: string): string => `Đây là luồng “${flow}”: dòng flow không được đổi.`

function outcomeOf(plan: Publication, rows: readonly FlowVersion[]): Examined['would'] {
  if (plan.outcome !== 'published') return plan.outcome
  if (plan.row.revision > 1) return 'same version'
  return rows.some(({ flow }) => flow === plan.row.flow) ? 'new version' : 'first'
}
