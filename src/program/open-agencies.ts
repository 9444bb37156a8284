import { agencies as agencyList } from '../dossiers/agencies.ts'
import { createAgencies } from '../storage/agencies.ts'
import type { Engine } from '../storage/engine/engine.ts'

/** The agencies as the table has them, after those that it lacks were added. */
export async function openAgencies(engine: Engine) {
  const agencies = createAgencies(engine)
  await agencies.addMissing(agencyList)
  const names = new Map((await agencies.all()).map((agency) => [agency.code, agency.name]))
  return { agencyCodes: [...names.keys()], agencyName: (code: string) => names.get(code) ?? code }
}
