import type { Finding, FlowSource } from '../load.ts'
import { blindPicks } from './blind-picks.ts'
import { deadEnds } from './dead-ends.ts'
import { disorderedDays } from './disordered-days.ts'
import { duplicateLabels } from './duplicate-labels.ts'
import { earlyConditions } from './early-conditions.ts'
import { earlyReads } from './early-reads.ts'
import { faultyMoves } from './faulty-moves.ts'
import { lateDefaults } from './late-defaults.ts'
import { overLimits } from './over-limits.ts'
import { reservedKeys } from './reserved-keys.ts'
import { unaskedConsent } from './unasked-consent.ts'
import { unfiled } from './unfiled.ts'
import { unknownChecks } from './unknown-checks.ts'
import { unknownFills } from './unknown-fills.ts'
import { unknownNames } from './unknown-names.ts'
import { unknownPlaceholders } from './unknown-placeholders.ts'
import { unknownTargets } from './unknown-targets.ts'
import { unnormalised } from './unnormalised.ts'
import { unreachable } from './unreachable.ts'

/** One kind of mistake: looks at a readable file and tells each place. */
export type Rule = (source: FlowSource, names: Names) => Finding[]

/** What a text may name that is described elsewhere. What is absent is not asked for. */
export interface Names {
  /** Kinds of permits, `flows/permits.yaml`. */
  kinds?: readonly string[]
  /** Codes of agencies. */
  agencies?: readonly string[]
}

/** One way that leads nowhere makes a dozen of these: they are told once the ways are mended. */
const ways: readonly Rule[] = [unreachable, deadEnds, unfiled]

const rules: readonly Rule[] = [
  unknownChecks, lateDefaults, duplicateLabels, reservedKeys, unknownPlaceholders,
  earlyReads, earlyConditions, overLimits, unnormalised, faultyMoves, unknownFills, blindPicks, unaskedConsent, disorderedDays, unknownNames,
] // prettier-ignore

/** Everything an author must mend before the flow can be published, in the order of the file. */
export function lint(source: FlowSource, names: Names = {}): Finding[] {
  const lost = unknownTargets(source, names)
  const told = [...rules, ...(lost.length === 0 ? ways : [])].flatMap((rule) => rule(source, names))
  return [...lost, ...told].sort((a, b) => a.line - b.line || a.column - b.column)
}
