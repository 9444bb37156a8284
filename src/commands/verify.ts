import { type DossierRecords, verifyAll } from '../dossiers/differences.ts'

/** As many differences as are listed; the others are counted. */
const SHOWN = 20

/** Compares all dossiers with their acts and says what differs; false when something does. */
export async function runVerifyCommand(records: DossierRecords, say: (line: string) => void): Promise<boolean> {
  const { dossiers, differences } = await verifyAll(records)
  for (const { code, difference } of differences.slice(0, SHOWN)) say(`${code}: ${difference}`)
  if (differences.length > SHOWN) say(`… and ${differences.length - SHOWN} more`)
  say(`${dossiers} dossiers compared with their acts, ${differences.length} differ`)
  return differences.length === 0
}
