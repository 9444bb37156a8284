import type { Dossier, DossierAction } from '../../src/dossiers/dossier.ts'
import { codeWords, idWords, nameWords, phoneWords } from '../../src/casework/search-words.ts'
import { afterChange } from '../../src/dossiers/change.ts'
import { ANSWERED, foldActs } from '../../src/dossiers/fold.ts'
import type { Scope } from '../../src/dossiers/may.ts'
import type { DossierFilter, Dossiers } from '../../src/dossiers/ports.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import type { Permits } from '../../src/permits/ports.ts'
import type { CaseChange, CaseChanges } from '../../src/casework/ports.ts'
import { NOW, travelDossier } from '../permits/sample.ts'

/** Dossiers with their histories and permits, and decisions that are applied to them as the database would. */
export function inMemoryDossiers() {
  const rows = new Map<DossierId, { dossier: Dossier; actions: DossierAction[] }>()
  const permitRows: Permit[] = []
  const decided: CaseChange[] = []
  const newestFirst = () =>
    [...rows.values()].map(({ dossier }) => dossier).sort((a, b) => b.filedAt - a.filedAt || (a.id < b.id ? 1 : -1))

  const dossiers: Dossiers = {
    find: async (id) => rows.get(id)?.dossier,
    findByCode: async (code) => newestFirst().find((dossier) => dossier.code === code),
    actions: async (id) => rows.get(id)?.actions ?? [],
    list: async ({ order, after, limit, ...filter }) => {
      const listed = newestFirst()
        .filter((dossier) => isListed(filter, dossier))
        .flatMap((dossier) => {
          if (order === 'queue') return dossier.queue === null ? [] : [{ ...dossier, at: dossier.queue }]
          if (order === 'newest') return [{ ...dossier, at: dossier.filedAt }]
          const did = rows
            .get(dossier.id)
            ?.actions.findLast(({ by }) => by.type === 'staff' && by.id === order.touchedBy)
          return did ? [{ ...dossier, at: did.at }] : []
        })
      const way = order === 'queue' ? 1 : -1
      const compare = (a: { at: number; id: string }, b: { at: number; id: string }) =>
        way * (a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
      return listed
        .sort(compare)
        .filter((dossier) => !after || compare(dossier, after) > 0)
        .slice(0, limit)
    },
    counts: async ({ scope, handlers, now, until }) => {
      const of = (more: Partial<DossierFilter>) =>
        newestFirst().filter((it) => it.queue !== null && isListed({ scope, ...more }, it)).length
      const here = { where: 'here', aside: { now, is: false } } as const
      return {
        ...{
          waiting: of(here),
          unclaimed: of({ ...here, isUnclaimed: true }),
          answered: of({ ...here, isAnswered: true }),
        },
        ...{ late: of({ ...here, dueBefore: now }), today: of({ ...here, dueFrom: now, dueBefore: until }) },
        ...{ mine: of({ handlers, aside: { now, is: false } }), asked: 0 },
      }
    },
    filedSince: async (citizen, since) =>
      newestFirst().filter((it) => it.citizen === citizen && it.filedAt >= since).length,
    ofCitizen: async (citizen, limit) =>
      newestFirst()
        .filter((dossier) => dossier.citizen === citizen)
        .slice(0, limit),
  }

  const permits: Permits = {
    find: async (id) => permitRows.find((permit) => permit.id === id),
    findByNumber: async (number) => permitRows.find((permit) => permit.number === number),
    ofDossier: async (dossier) => permitRows.filter((permit) => permit.dossier === dossier),
    ofCitizen: async () => permitRows,
    revokedSince: async function* () {},
    numbersUnder: async () => [],
    isOf: async () => true,
  }

  const changes: CaseChanges = {
    commit: async (change) => {
      const row = rows.get(change.dossier)
      if (row?.dossier.revision !== change.revision) return 'stale'
      const { keeps } = change
      if (keeps && rows.get(keeps.id)?.dossier.revision !== keeps.revision) return 'stale'
      const after = afterChange({ dossier: row.dossier, history: row.actions }, change)
      rows.set(change.dossier, { dossier: after.dossier, actions: [...after.history] })
      if (change.granted) permitRows.push(change.granted)
      const { ended, at } = change
      for (const [i, permit] of permitRows.entries())
        if (ended?.permits.includes(permit.id))
          permitRows[i] = { ...permit, revokedAt: at, revokedBecause: ended.because }
      decided.push(change)
      return 'done'
    },
  }

  return {
    dossiers,
    permits,
    changes,
    decided,
    permitRows,
    add: (changes: Partial<Dossier> = {}, actions: DossierAction[] = []): Dossier => {
      const given = aDossier({ id: String(rows.size + 1).padStart(8, '0') as DossierId, ...changes })
      // Where a test does not say so itself, its place in the queue follows from where it stands.
      const dossier = { ...given, ...(changes.queue === undefined && { queue: queueOf(given) }) }
      const filed: DossierAction = { type: 'filed', by: { type: 'citizen' }, at: dossier.filedAt, status: 'registered' }
      rows.set(dossier.id, { dossier, actions: [filed, ...actions] })
      return dossier
    },
    /** What the citizen or a colleague does meanwhile. */
    change: (id: DossierId, changes: Partial<Dossier>, ...actions: DossierAction[]): void => {
      const row = rows.get(id)
      if (!row) throw new Error(`no dossier ${id}`)
      row.dossier = { ...row.dossier, ...changes, revision: row.dossier.revision + 1 }
      row.actions.push(...actions)
    },
  }
}

const aDossier = (changes: Partial<Dossier> = {}): Dossier => ({
  ...travelDossier(),
  status: 'registered',
  lastAction: 'filed',
  filedAt: NOW - 3 * 3_600_000,
  revision: 1,
  ...changes,
})

const queueOf = ({ status, lastAction, dueAt, filedAt }: Dossier): number | null =>
  foldActs([{ type: lastAction, by: { type: 'citizen' }, at: filedAt, status, ...(dueAt !== null && { dueAt }) }], '')
    .queue

const wordsIn = ({ applicant, code, answers }: Dossier): string[] => [
  ...[...nameWords(applicant), ...codeWords(code)],
  ...answers.flatMap(({ value }) => [...nameWords(value), ...idWords(value), ...phoneWords(value)]),
]

/** As the database reads a list's conditions. */
function isListed(filter: Omit<DossierFilter, 'order' | 'limit' | 'after'>, dossier: Dossier): boolean {
  const { scope, where, statuses, flow, words, handlers, aside, dueBefore = Infinity, dueFrom = -Infinity } = filter
  const isOf = (own: Scope['agencies'], agency: string) => own === 'all' || own.includes(agency)
  const [here, theirs] = [isOf(scope.agencies, dossier.holder), isOf(scope.agencies, dossier.agency)]
  const isOpen = !dossier.isReserved || isOf(scope.reserved, dossier.holder) || isOf(scope.reserved, dossier.agency)
  return (
    isOpen &&
    (where === 'here' ? here : where === 'elsewhere' ? theirs && dossier.holder !== dossier.agency : here || theirs) &&
    (!statuses || statuses.includes(dossier.status)) &&
    (!flow || dossier.flow === flow) &&
    (!words || words.every((readings) => readings.some((it) => wordsIn(dossier).includes(it)))) &&
    (!handlers || (dossier.handler !== null && handlers.includes(dossier.handler))) &&
    (!filter.isUnclaimed || dossier.handler === null) &&
    (!filter.isAnswered || ANSWERED.includes(dossier.lastAction)) &&
    (!aside || (dossier.asideUntil ?? 0) > aside.now === aside.is) &&
    ((dueBefore === Infinity && dueFrom === -Infinity) ||
      (dossier.dueAt !== null && dossier.dueAt < dueBefore && dossier.dueAt >= dueFrom))
  )
}
