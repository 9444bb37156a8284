import type { FlowFile } from '../conversation/flow-format.ts'
import { lint, type Names } from './lint/lint.ts'
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

/** What a text says in which there is nothing to mend; with `names` as one that shall be published, else as one that was. */
export function soundFile(text: string, names: Names | undefined): FlowFile | undefined {
  if (!names) {
    const found = soundIn(text)
    return typeof found === 'string' ? undefined : found
  }
  const loaded = load(text)
  return loaded.ok && lint(loaded.source, names).length === 0 ? loaded.source.file : undefined
}
