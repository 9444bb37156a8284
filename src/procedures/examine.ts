import { compile } from '../conversation/flow/compile.ts'
import type { Flows } from '../conversation/flow/compiled-flow.ts'
import { overlay } from './catalogue.ts'
import { type Finding, inOrder } from './finding.ts'
import { lint, lintRest } from './lint/lint.ts'
import type { Names } from './lint/rule.ts'
import { unmoved } from './lint/unmoved.ts'
import { unrehearsed } from './lint/unrehearsed.ts'
import { load, type FlowSource } from './load.ts'
import type { FlowVersion, Pinned } from './ports.ts'
import { planSound, type Publication } from './publish.ts'
import { readExamples } from './read-examples.ts'
import { playCases, type PlayedCase } from './play-cases.ts'
import type { Outline, Plan, Verdict } from './verdict.ts'
import { walkThrough } from './walk-through.ts'

/** What a text would do if it were published now. */
export interface Examined extends Verdict {
  /** Conversations and drafts of this flow, of every version. */
  inTheMiddle: Pinned[]
  /** `first`, new wording of the `same version`, a `new version`; `unchanged` and `refused` publish nothing. */
  would: 'first' | 'same version' | 'new version' | 'unchanged' | 'refused'
}

/** What a text is judged among. */
interface Shelf {
  rows: readonly FlowVersion[]
  flows: Flows
  /** Kinds of permits and agencies that a text may name. */
  names?: Names
}

export type Known = Shelf & { pinned: readonly Pinned[] }

/** The verdict with the examples as they were played. */
type Judged = Verdict & { examples: PlayedCase[] }

/**
 * Pure: all findings at once, so that an author mends them in one go. `flow` is the procedure the text is meant for, where
 * that is known: one renamed by mistake would be published beside the one it should replace. Never throws.
 */
export function judge(text: string, cases: string, shelf: Shelf, flow?: string): Judged {
  try {
    return judgeText(text, cases, shelf, flow)
  } catch (error) {
    const why = error instanceof Error ? error.name : 'lỗi'
    return refusing(`Chương trình không kiểm tra được nội dung này (${why}). Xin bỏ dần phần vừa sửa để tìm chỗ.`)
  }
}

/** A verdict about a text that nothing else can be said about. */
export const refusing = (message: string): Judged => ({
  findings: [{ rule: 'examination', message, line: 1, column: 1 }],
  ...{ caseFindings: [], examples: [], played: 0, isPartial: true, plan: { outcome: 'refused' } },
})

function judgeText(text: string, cases: string, shelf: Shelf, flow: string | undefined): Judged {
  const { names = {}, flows, rows } = shelf
  const loaded = load(text)
  if (!loaded.ok) {
    const findings = inOrder([...loaded.findings, ...(loaded.rest ? lintRest(loaded.rest, names) : [])])
    return { ...unplayed(cases), findings, isPartial: true, plan: { outcome: 'refused' } }
  }
  const { source } = loaded
  const { file } = source
  const strayed = flow === undefined || flow === file.flow ? [] : [source.finding('flow name', ['flow'], STRAYED(flow))]
  const faults = [...strayed, ...lint(source, names)]
  const outline = outlineOf(source)
  // A faulty flow may turn for ever; its examples are played once it is sound.
  if (faults.length > 0)
    return { ...unplayed(cases), outline, findings: inOrder(faults), isPartial: true, plan: { outcome: 'refused' } }
  const publication = planSound(source, rows, 'examination', 0)
  const ruled = publication.outcome === 'refused' ? publication.findings : []
  const compiled = compile(file, names.kinds)
  const { examples, findings: caseFindings } = playCases(cases, overlay(flows, compiled))
  const untried = caseFindings.length === 0 ? unrehearsed(source, examples) : []
  const findings = inOrder([...ruled, ...walkThrough(source, compiled), ...untried])
  return {
    outline,
    findings,
    caseFindings,
    examples,
    played: examples.length,
    isPartial: false,
    plan: planOf(publication, rows),
  }
}

const STRAYED = (flow: string): string => `Đây là thủ tục “${flow}”: dòng flow không được đổi.`

/** Examples are read, so that what is mistyped in them is told in the same go. */
const unplayed = (cases: string) => ({ caseFindings: readExamples(cases).findings, examples: [], played: 0 })

function outlineOf({ file, finding }: FlowSource): Outline {
  const { flow, name, version, start, steps, moves = [] } = file
  const spot = (path: (string | number)[]) => {
    const { line, column }: Finding = finding('', path, '')
    return { line, column }
  }
  const at = { version: spot(['version']), moves: moves.map((_, i) => spot(['moves', i, 'steps'])) }
  return { flow, name, version, start, steps: Object.keys(steps), moves, at }
}

function planOf(publication: Publication, rows: readonly FlowVersion[]): Plan {
  if (publication.outcome !== 'published') return { outcome: publication.outcome }
  const { flow, version, revision, shape } = publication.row
  return { outcome: 'published', version, revision, shape, isFirst: rows.every((row) => row.flow !== flow) }
}

/** A verdict beside who is in the middle now. */
export function withPeople(verdict: Verdict, pinned: readonly Pinned[]): Examined {
  const { outline, plan, caseFindings } = verdict
  const inTheMiddle = pinned.filter(({ flow }) => flow === outline?.flow)
  const stranded = outline && plan.outcome !== 'unchanged' ? unmoved(outline, inTheMiddle) : []
  const findings = inOrder([...verdict.findings, ...stranded])
  const isSound = findings.length + caseFindings.length === 0
  return { ...verdict, findings, inTheMiddle, would: isSound ? outcomeOf(plan) : 'refused' }
}

function outcomeOf(plan: Plan): Examined['would'] {
  if (plan.outcome !== 'published') return plan.outcome
  if (plan.revision > 1) return 'same version'
  return plan.isFirst ? 'first' : 'new version'
}

/** All of it in one go, where no thread is at hand. */
export function examine(text: string, cases: string, known: Known, flow?: string): Examined & Judged {
  const judged = judge(text, cases, known, flow)
  return { ...judged, ...withPeople(judged, known.pinned) }
}
