import { type Finding, inOrder, MOST_TOLD } from '../finding.ts'
import type { FlowSource, Rest } from '../load.ts'
import { blindPicks } from './blind-picks.ts'
import { brokenGroups } from './broken-groups.ts'
import { brokenRepeats } from './broken-repeats.ts'
import { deadEnds } from './dead-ends.ts'
import { disorderedDays } from './disordered-days.ts'
import { duplicateLabels } from './duplicate-labels.ts'
import { earlyConditions } from './early-conditions.ts'
import { earlyReads } from './early-reads.ts'
import { faultyMoves } from './faulty-moves.ts'
import { faultyRules } from './faulty-rules.ts'
import { lateDefaults } from './late-defaults.ts'
import { otherThanSaid } from './other-than-said.ts'
import { otherThanKind } from './other-than-kind.ts'
import { overLimits } from './over-limits.ts'
import { reservedKeys } from './reserved-keys.ts'
import type { Names, Rule } from './rule.ts'
import { sharedWords } from './shared-words.ts'
import { unaskedConsent } from './unasked-consent.ts'
import { unfiled } from './unfiled.ts'
import { unknownChecks } from './unknown-checks.ts'
import { unknownFills } from './unknown-fills.ts'
import { unknownNames } from './unknown-names.ts'
import { unknownPlaceholders } from './unknown-placeholders.ts'
import { unknownTargets } from './unknown-targets.ts'
import { unnormalised } from './unnormalised.ts'
import { unreachable } from './unreachable.ts'

/** Each looks at one place at a time. */
const local: readonly Rule[] = [
  unknownChecks,
  lateDefaults,
  duplicateLabels,
  sharedWords,
  reservedKeys,
  overLimits,
  disorderedDays,
  otherThanSaid,
  unnormalised,
]
/** These look from one place to another. */
const across: readonly Rule[] = [
  unknownPlaceholders,
  earlyReads,
  earlyConditions,
  faultyMoves,
  faultyRules,
  unknownFills,
  blindPicks,
  brokenGroups,
  brokenRepeats,
  unaskedConsent,
  unknownNames,
  otherThanKind,
]
/** One way that leads nowhere makes a dozen of these: they are told once the ways are mended. */
const ways: readonly Rule[] = [unreachable, deadEnds, unfiled]

/** Everything an author must mend before the flow can be published, in the order of the file. */
export function lint(source: FlowSource, names: Names = {}): Finding[] {
  const lost = unknownTargets(source, names)
  const told = [...local, ...across, ...(lost.length === 0 ? ways : [])].flatMap((rule) => rule(source, names))
  return inOrder([...lost, ...told]).slice(0, MOST_TOLD)
}

/** What can be told of the rest of a text with mistakes. Nothing of its holes, nor what hangs on them. */
export function lintRest({ source, holes }: Rest, names: Names = {}): Finding[] {
  const finding: FlowSource['finding'] = (rule, path, message) => {
    const [first, second] = path
    const isHole = holes.has(String(first === 'steps' ? second : first))
    return { ...source.finding(rule, path, message), ...(isHole && { rule: HOLE }) }
  }
  const told = [unknownTargets, ...local].flatMap((rule) => rule({ ...source, finding }, names))
  return told.filter(({ rule }) => rule !== HOLE)
}

const HOLE = 'hole'
