import { join } from 'node:path'
import { HOUR } from '../../src/kernel/clock.ts'
import { randomId } from '../../src/kernel/ids.ts'
import { openAgencies } from '../../src/program/open-agencies.ts'
import { openKinds } from '../../src/program/open-catalogue.ts'
import { DEMONSTRATION_FLOWS } from '../../src/program/samples/demonstration-dossiers.ts'
import { DEMONSTRATION_AREA, openDesks } from '../../src/program/samples/demonstration-desks.ts'
import { toDesks } from '../../src/program/samples/desks.ts'
import { createDice } from '../../src/program/samples/dice.ts'
import { playExamples } from '../../src/program/samples/examples.ts'
import { openSamples } from '../../src/program/samples/open-samples.ts'
import { toLife } from '../../src/program/samples/plan-lives.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'
import type { Running } from '../program/running.ts'

const FLOWS = join(import.meta.dirname, '../../flows')
const JUST_FILED = { name: 'just filed', weight: 1, steps: [] }

/** Dossiers of the eight kinds that the demonstration has, filed within the last hours by as many citizens. */
export async function fileFew({ engine, program }: Running, dossiers: number): Promise<void> {
  const now = Date.now()
  const flows = await flowsOfFiles()
  const examples = playExamples(
    readFlowFolders(FLOWS).filter(({ flow }) => DEMONSTRATION_FLOWS.has(flow)),
    flows,
    1,
  )
  const kinds = [...DEMONSTRATION_FLOWS].map((flow) => examples.filter((example) => example.flow === flow))
  const { people, agencies } = await openDesks(program.staff.accounts, 'chiec-la-cuoi-cung-19', randomId)
  const samples = openSamples({
    ...{ engine, flows, kinds: await openKinds(FLOWS), desks: toDesks(people, agencies) },
    ...(await openAgencies(engine, () => now)),
  })
  const lives = Array.from({ length: dossiers }, (_, i) => {
    const dice = createDice(11, i)
    const ofKind = kinds[i % kinds.length]!
    const example = ofKind[Math.floor(i / kinds.length) % ofKind.length]!
    const filedAt = now - 3 * HOUR + i * 60_000
    const chosen = { id: `just filed ${i}`, example, area: DEMONSTRATION_AREA, story: JUST_FILED, citizen: i }
    return toLife({ ...chosen, filedAt, until: now, flows }, dice)
  })
  await samples.add(lives)
}
