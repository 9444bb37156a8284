import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface FlowFolder {
  flow: string
  text: string
  /** Example conversations, when there are any. */
  cases?: string
}

const optional = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)

/** Every `<folder>/<procedure>/flow.yaml` with the cases beside it, in alphabetical order. */
export async function readFlowFolders(folder: string): Promise<FlowFolder[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort() // prettier-ignore
  const folders = await Promise.all(
    names.map(async (flow) => {
      const [text, cases] = await Promise.all([
        optional(join(folder, flow, 'flow.yaml')),
        optional(join(folder, flow, 'cases.yaml')),
      ])
      return text === undefined ? [] : [{ flow, text, ...(cases === undefined ? {} : { cases }) }]
    }),
  )
  return folders.flat()
}
