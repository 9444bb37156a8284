import type { FlowFile } from '../conversation/flow/flow-format.ts'
import { lint } from './lint/lint.ts'
import type { Names } from './lint/rule.ts'
import { newestOfAll } from './catalogue.ts'
import type { Finding } from './finding.ts'
import { load, type FlowSource, type Loaded } from './load.ts'
import type { FlowVersion, FlowVersions } from './ports.ts'
import { shapeOf } from './shape.ts'

export type Publication =
  { outcome: 'published'; row: FlowVersion } | { outcome: 'unchanged' } | { outcome: 'refused'; findings: Finding[] }

/** What publishing a text would mean beside what was published before. Pure. */
export function planPublication(
  text: string,
  rows: readonly FlowVersion[],
  by: string,
  at: number,
  names: Names = {},
): Publication {
  return planLoaded(load(text), rows, by, at, names)
}

function planLoaded(loaded: Loaded, rows: readonly FlowVersion[], by: string, at: number, names: Names): Publication {
  if (!loaded.ok) return { outcome: 'refused', findings: loaded.findings }
  const findings = lint(loaded.source, names)
  return findings.length > 0 ? { outcome: 'refused', findings } : planSound(loaded.source, rows, by, at)
}

/** The same for a text that was read and has no mistakes of its own. */
export function planSound(source: FlowSource, rows: readonly FlowVersion[], by: string, at: number): Publication {
  const { flow, version } = source.file
  const own = rows.filter((row) => row.flow === flow)
  const same = own.filter((row) => row.version === version).sort((a, b) => b.revision - a.revision)
  const shape = shapeOf(source.file)
  const [last] = same
  if (last?.source === source.text && last.withdrawn === undefined) return { outcome: 'unchanged' }
  const refuse = (message: string): Publication => ({
    outcome: 'refused',
    findings: [source.finding('version', ['version'], message)],
  })
  if (last && shapeIn(last) !== shape)
    return refuse(`Các bước đã thay đổi nhưng version vẫn là ${version}. Hãy tăng version lên ${version + 1}.`)
  const highest = Math.max(0, ...own.map((row) => row.version))
  if (!last && version < highest)
    return refuse(`Bản ${version} cũ hơn bản đang dùng (${highest}). Hãy đặt version là ${highest + 1}.`)
  const row: FlowVersion = {
    flow,
    version,
    revision: (last?.revision ?? 0) + 1,
    shape,
    source: source.text,
    publishedBy: by,
    publishedAt: at,
  }
  return { outcome: 'published', row }
}

/** Counted anew from the text, since what counts as wording may have changed after it was published. */
const shapeIn = (row: FlowVersion): string => {
  const loaded = load(row.source)
  return loaded.ok ? shapeOf(loaded.source.file) : row.shape
}

/** Who publishes what stands in the folder of flows. */
export const SEED = 'flows/'

interface Seeded {
  /** All refusals of all texts. */
  findings: Finding[]
  /** Flows that a clerk published since: their files in the folder are no more than a start. */
  leftAlone: string[]
  /** What stands in the table now, as far as this process knows. */
  rows: readonly FlowVersion[]
}

/**
 * Brings the flows of the folder into the table at start: unchanged ones add nothing and are not even read, for they were
 * when they were published; and no clerk is overruled. `read` is told of each file that was.
 */
export async function seedFlows(
  versions: FlowVersions,
  folders: readonly { text: string; cases?: string }[],
  at: number,
  names: Names = {},
  read: (text: string, file: FlowFile) => void = () => undefined,
): Promise<Seeded> {
  const rows = await versions.all()
  const seeded: Seeded = { findings: [], leftAlone: [], rows }
  const { ofFlow, ofVersion } = newestOfAll(rows)
  const inForce = new Map(
    [...ofVersion.values()].flatMap((row) => (row.withdrawn === undefined ? [[row.source, row.flow]] : [])),
  )
  const added: FlowVersion[] = []
  for (const { text, cases } of folders) {
    const loaded = inForce.has(text) ? undefined : load(text)
    const newest = ofFlow.get(inForce.get(text) ?? (loaded?.ok ? loaded.source.file.flow : ''))
    if (newest && newest.publishedBy !== SEED) {
      if (newest.source !== text) seeded.leftAlone.push(newest.flow)
      continue
    }
    if (!loaded) continue
    const plan = planLoaded(loaded, rows, SEED, at, names)
    if (plan.outcome === 'refused') seeded.findings.push(...plan.findings)
    if (plan.outcome === 'published') added.push({ ...plan.row, ...(cases !== undefined && { cases }) })
    if (loaded.ok) read(text, loaded.source.file)
  }
  // Together, so that they share a commit. Another process may seed the same at the same moment: then nothing is left to do.
  await Promise.all(added.map((row) => versions.publish(row)))
  return { ...seeded, rows: [...rows, ...added] }
}
