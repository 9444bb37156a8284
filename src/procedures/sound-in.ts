import type { FlowFile } from '../conversation/flow/flow-format.ts'
import { unknownChecks } from './lint/unknown-checks.ts'
import { unknownTargets } from './lint/unknown-targets.ts'
import { load } from './load.ts'

/** What a published text says, or in one sentence why it cannot be run. */
export function soundIn(text: string): FlowFile | string {
  const loaded = load(text)
  if (!loaded.ok) return loaded.findings[0]?.message ?? ''
  const [broken] = [...unknownTargets(loaded.source, {}), ...unknownChecks(loaded.source, {})]
  return broken?.message ?? loaded.source.file
}
