import type { Dossier, DossierAction } from '../../src/dossiers/dossier.ts'
import { afterChange } from '../../src/dossiers/change.ts'
import type { Dossiers } from '../../src/dossiers/ports.ts'
import { isWaiting, type Status } from '../../src/dossiers/status.ts'
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

  const byDue = (from: number, before: number) =>
    newestFirst()
      .filter(({ status, dueAt }) => isWaiting(status) && dueAt !== null && dueAt >= from && dueAt < before)
      .sort((a, b) => Number(a.dueAt) - Number(b.dueAt) || (a.id < b.id ? -1 : 1))

  const dossiers: Dossiers = {
    find: async (id) => rows.get(id)?.dossier,
    findByCode: async (code) => newestFirst().find((dossier) => dossier.code === code),
    actions: async (id) => rows.get(id)?.actions ?? [],
    list: async ({ status, flow, code, before, dueBefore, dueFrom = 0, afterDue, limit }) =>
      (dueBefore === undefined ? newestFirst() : byDue(dueFrom, dueBefore))
        .filter(
          ({ dueAt, id }) =>
            !afterDue || Number(dueAt) > afterDue.dueAt || (dueAt === afterDue.dueAt && id > afterDue.id),
        )
        .filter((dossier) => !status || dossier.status === status)
        .filter((dossier) => !flow || dossier.flow === flow)
        .filter((dossier) => !code || dossier.code.includes(code))
        .filter(
          ({ filedAt, id }) => !before || filedAt < before.filedAt || (filedAt === before.filedAt && id < before.id),
        )
        .slice(0, limit),
    countDue: async (now, until) => ({ late: byDue(0, now).length, today: byDue(now, until).length }),
    countByStatus: async () => {
      const counts: Partial<Record<Status, number>> = {}
      for (const { status } of newestFirst()) counts[status] = (counts[status] ?? 0) + 1
      return counts
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
    revokedSince: async () => [],
    numbersUnder: async () => [],
    isOf: async () => true,
  }

  const changes: CaseChanges = {
    commit: async (change) => {
      const row = rows.get(change.dossier)
      if (row?.dossier.revision !== change.revision) return 'stale'
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
      const dossier = aDossier({ id: String(rows.size + 1).padStart(8, '0') as DossierId, ...changes })
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
