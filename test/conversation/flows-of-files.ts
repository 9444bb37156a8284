import { fileURLToPath } from 'node:url'
import { createCatalogue, type Catalogue } from '../../src/procedures/catalogue.ts'
import { openElsewhere } from '../../src/program/open-catalogue.ts'
import { planPublication } from '../../src/procedures/publish.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'

/** The flows of the repository, published in memory. Several texts of one flow become its versions in turn. */
export async function flowsOfFiles(more: readonly string[] = []): Promise<Catalogue> {
  const folder = fileURLToPath(new URL('../../flows/', import.meta.url))
  const folders = readFlowFolders(folder)
  const rows = [...folders.map(({ text }) => text), ...more].map((text) => {
    const plan = planPublication(text, [], 'test', 0)
    if (plan.outcome !== 'published') throw new Error(JSON.stringify(plan))
    return plan.row
  })
  return createCatalogue(rows, undefined, undefined, undefined, undefined, await openElsewhere(folder))
}
