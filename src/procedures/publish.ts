import { lint } from './lint/lint.ts'
import { load, type Finding } from './load.ts'
import type { FlowVersion, FlowVersions } from './ports.ts'
import { shapeOf } from './shape.ts'

export type Publication =
  { outcome: 'published'; row: FlowVersion } | { outcome: 'unchanged' } | { outcome: 'refused'; findings: Finding[] }

/** What publishing a text would mean beside what was published before. Pure. */
export function planPublication(text: string, rows: readonly FlowVersion[], by: string, at: number): Publication {
  const loaded = load(text)
  if (!loaded.ok) return { outcome: 'refused', findings: loaded.findings }
  const { source } = loaded
  const findings = lint(source)
  if (findings.length > 0) return { outcome: 'refused', findings }
  const { flow, version } = source.file
  const own = rows.filter((row) => row.flow === flow)
  const same = own.filter((row) => row.version === version).sort((a, b) => b.revision - a.revision)
  const shape = shapeOf(source.file)
  const [last] = same
  if (last?.source === text) return { outcome: 'unchanged' }
  const refuse = (message: string): Publication => ({
    outcome: 'refused',
    findings: [source.finding('version', ['version'], message)],
  })
  if (last && last.shape !== shape)
    return refuse(`Các bước đã thay đổi nhưng version vẫn là ${version}. Hãy tăng version lên ${version + 1}.`)
  const highest = Math.max(0, ...own.map((row) => row.version))
  if (!last && version < highest)
    return refuse(`Bản ${version} cũ hơn bản đang dùng (${highest}). Hãy đặt version là ${highest + 1}.`)
  const row: FlowVersion = {
    flow,
    version,
    revision: (last?.revision ?? 0) + 1,
    shape,
    source: text,
    publishedBy: by,
    publishedAt: at,
  }
  return { outcome: 'published', row }
}

/** Brings the flows of the folder into the table at start: unchanged ones add nothing. Refusals are told, all of them. */
export async function seedFlows(versions: FlowVersions, texts: readonly string[], at: number): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const text of texts) {
    const plan = planPublication(text, await versions.all(), 'flows/', at)
    if (plan.outcome === 'refused') findings.push(...plan.findings)
    // Another process may seed the same revision at the same moment; then there is nothing left to do.
    if (plan.outcome === 'published') await versions.publish(plan.row)
  }
  return findings
}
