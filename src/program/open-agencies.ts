import { type Agency, agencies as agencyList } from '../dossiers/agencies.ts'
import type { Other } from '../dossiers/acts/act.ts'
import { type Clock, toVietnamDay } from '../kernel/clock.ts'
import { createAgencies } from '../storage/agencies.ts'
import type { Engine } from '../storage/engine/engine.ts'

/** The agencies as the table has them, after those that it lacks were added. */
export async function openAgencies(engine: Engine, now: Clock) {
  const agencies = createAgencies(engine)
  await agencies.addMissing(agencyList)
  const known = new Map((await agencies.all()).map((agency): [string, Agency] => [agency.code, agency]))
  const agencyName = (code: string) => known.get(code)?.name ?? code
  return {
    agencyCodes: [...known.keys()],
    agencyName,
    agencyNow: (code: string): Other | undefined => {
      const agency = known.get(code)
      if (!agency) return undefined
      const { name, validFrom, validTo, successor } = agency
      const today = toVietnamDay(now())
      const isOpen = validFrom <= today && (validTo === undefined || today <= validTo)
      if (isOpen) return { code, name }
      return { code, name, closed: { ...(successor !== undefined && { successor: agencyName(successor) }) } }
    },
  }
}
