import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FlowFolder {
  flow: string
  text: string
  /** Example conversations, when there are any. */
  cases?: string
}

/** What most folders lack is not there. */
const optional = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Every `<folder>/<procedure>/flow.yaml` with the cases beside it, in alphabetical order. Read one after the other: nothing else
 * is at work then, and each file costs less than its way through the pool of threads.
 */
export function readFlowFolders(folder: string): FlowFolder[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return names.flatMap((flow) => {
    const text = optional(join(folder, flow, 'flow.yaml'))
    const cases = optional(join(folder, flow, 'cases.yaml'))
    return text === undefined ? [] : [{ flow, text, ...(cases === undefined ? {} : { cases }) }]
  })
}
