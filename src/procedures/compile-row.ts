import { compile } from '../conversation/flow/compile.ts'
import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import type { FlowFile } from '../conversation/flow/flow-format.ts'
import type { GrantedKind } from '../conversation/flow/granted-kind.ts'
import type { FlowVersion } from './ports.ts'
import { soundIn } from './sound-in.ts'

/** A publication that no longer runs: the grammar, a check or a condition it rests on is gone. */
export interface SetAside {
  flow: string
  version: number
  revision: number
  /** In the language of who edits it. */
  because: string
}

/**
 * A published text, ready to run. It was sound when it was published; whatever became of it since concerns this one
 * procedure, so nothing is thrown. Only what would break a conversation is asked, not all that a new text must fulfil, and
 * nothing of one that was `read` and found sound just before.
 */
export function compileRow(
  row: FlowVersion,
  read?: FlowFile,
  kinds: readonly GrantedKind[] = [],
): CompiledFlow | SetAside {
  const { flow, version, revision } = row
  const aside = (because: string): SetAside => ({ flow, version, revision, because })
  try {
    const found = read ?? soundIn(row.source)
    if (typeof found === 'string') return aside(found)
    const compiled = compile(found, kinds)
    if (compiled.flow !== flow || compiled.version !== version)
      return aside(`Nội dung ghi là “${compiled.flow}” bản ${compiled.version}.`)
    return row.withdrawn === undefined ? compiled : { ...compiled, closed: row.withdrawn }
  } catch (error) {
    return aside(error instanceof Error ? `Không chạy được (${error.name}).` : 'Không chạy được.')
  }
}

export const isSetAside = (found: CompiledFlow | SetAside): found is SetAside => 'because' in found
