import { toDesks, inventPeople } from './desks.ts'
import { playExamples } from './examples.ts'
import type { Life } from './live.ts'
import { openSamples } from './open-samples.ts'
import { planLives } from './plan-lives.ts'
import { agencies } from '../../dossiers/agencies.ts'
import { type Clock, DAY } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import { readFlowFolders } from '../../procedures/read-folder.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { createSampleDossiers } from '../../storage/sample-dossiers.ts'
import { createStaffAccounts } from '../../storage/staff.ts'
import { openAgencies } from '../open-agencies.ts'
import { openCatalogue, openKinds } from '../open-catalogue.ts'

export interface ProvinceOrder {
  dossiers: number
  years: number
  seed: number
  /** Nothing comes later (epoch milliseconds); now, unless it is said. */
  until?: number | undefined
  /** Its making was stopped: with the same numbers and end the rest of the same dossiers is made. */
  goesOn?: boolean
}

interface ProvinceParts {
  engine: Engine
  flowsFolder: string
  now: Clock
  log: Log
  /** Dossiers of one commit. */
  atOnce?: number
  /** Told after each commit. */
  made: (dossiers: number) => void
}

/** Few enough for the memory, and so many that each page of an index is written once for several. */
const AT_ONCE = 1_000
const YEAR = 365 * DAY
/** Talks of one procedure that dossiers are made from. */
const EXAMPLES = 3

/** Fills a database with the years of a province. `others`: somebody real has filed here, nothing was written; `samples`: it holds some. */
export async function makeProvince(
  { dossiers, years, seed, until: end, goesOn = false }: ProvinceOrder,
  { engine, flowsFolder, now, log, atOnce = AT_ONCE, made }: ProvinceParts,
): Promise<'made' | 'others' | 'samples'> {
  const { hasOthers, countSamples } = createSampleDossiers(engine)
  if (await hasOthers()) return 'others'
  let written = await countSamples()
  if (written > 0 && !goesOn) return 'samples'
  const { agencyName, agencyNow } = await openAgencies(engine, now)
  const kinds = await openKinds(flowsFolder)
  const { flows, stopFollowing } = await openCatalogue(engine, flowsFolder, kinds, now, log)
  stopFollowing()
  const people = inventPeople(seed)
  const desks = toDesks(
    people,
    agencies.map(({ code }) => code),
  )
  const samples = openSamples({ engine, flows, kinds, agencyName, agencyNow, desks })
  const accounts = createStaffAccounts(engine)
  for (const account of people) await accounts.add(account)
  const examples = playExamples(readFlowFolders(flowsFolder), flows, EXAMPLES)
  const until = end ?? now()
  let batch: Life[] = []
  const flush = async () => {
    await samples.add(batch)
    made((written += batch.length))
    batch = []
  }
  const span = { from: until - years * YEAR, until }
  for (const life of planLives({ dossiers, ...span, seed, skipped: written, examples, flows })) {
    batch.push(life)
    if (batch.length === atOnce) await flush()
  }
  if (batch.length > 0) await flush()
  return 'made'
}
