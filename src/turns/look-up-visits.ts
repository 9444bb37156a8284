import type { ProspectOf } from '../casework/names.ts'
import type { FactsEvent, Option } from '../conversation/words/session.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { isWaiting } from '../dossiers/status.ts'
import type { Clock } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'

/** As many as fit one message, of those filed last. */
const MOST = 5
const READ = 40

/** What a moved visit keeps of the old one: all but its day and its hour. */
const KEPT: ReadonlySet<string> = new Set(['kind', 'agency', 'applicant', 'phone'])

interface LookUpVisitsPorts {
  dossiers: Pick<Dossiers, 'find' | 'ofCitizen'>
  prospectOf: ProspectOf
  now: Clock
}

/** The visits of one citizen that stand, to be picked; each gives what it was booked with. */
export const createLookUpVisits =
  ({ dossiers, prospectOf, now }: LookUpVisitsPorts) =>
  async (citizen: CitizenId): Promise<FactsEvent> => {
    const standing = (await dossiers.ofCitizen(citizen, READ))
      .filter((it) => isWaiting(it.status) && prospectOf(it, now())?.isVisit)
      .slice(0, MOST)
    const found = await Promise.all(standing.map(({ id }) => dossiers.find(id)))
    const options = found.flatMap((dossier, i) => (dossier ? toOption(dossier, i) : []))
    return options.length === 0
      ? { type: 'FACTS', found: false, facts: {} }
      : { type: 'FACTS', found: true, facts: { count: String(options.length) }, options }
  }

function toOption({ id, code, answers }: Dossier, i: number): Option {
  const shownOf = (name: string): string[] => answers.flatMap(({ key, shown }) => (key === name ? shown : []))
  const label = `${code}: ${[...shownOf('day'), ...shownOf('slot')].join(', ')}`
  const kept = answers.flatMap(({ key, value, shown }) => (KEPT.has(key) ? [[key, { value, shown }] as const] : []))
  return { key: `h${i + 1}`, label, facts: { movedVisit: id }, answers: Object.fromEntries(kept) }
}
