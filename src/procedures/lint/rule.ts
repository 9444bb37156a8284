import type { Elsewhere } from '../../conversation/flow/elsewhere.ts'
import type { GrantedKind } from '../../conversation/flow/granted-kind.ts'
import type { Finding } from '../finding.ts'
import type { FlowSource } from '../load.ts'

/** One kind of mistake: looks at a readable file and tells each place. */
export type Rule = (source: FlowSource, names: Names) => Finding[]

/** What a text may name that is described elsewhere. What is absent is not asked for. */
export interface Names {
  /** Kinds of permits, `flows/permits.yaml`. */
  kinds?: readonly GrantedKind[]
  /** Codes of agencies. */
  agencies?: readonly string[]
  /** Matters done elsewhere, `flows/elsewhere.yaml`. */
  elsewhere?: readonly Elsewhere[]
}
