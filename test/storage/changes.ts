import { toPaper } from '../../src/casework/show-permit.ts'
import type { CaseChange } from '../../src/casework/ports.ts'
import type { Act, Standing, Twin } from '../../src/dossiers/acts/act.ts'
import { file, type Filing } from '../../src/dossiers/acts/file.ts'
import { apply, RULES } from '../../src/dossiers/apply.ts'
import { afterChange, type DossierChange } from '../../src/dossiers/change.ts'
import type { Actor } from '../../src/dossiers/dossier.ts'
import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { createCaseChanges } from '../../src/storage/case-changes.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { travelDossier } from '../permits/sample.ts'

export const REASON = 'Ảnh giấy hẹn bị mờ.'

/** A travel pass handed in. */
export function filing(more: Partial<Filing> & Pick<Filing, 'id' | 'citizen'>, at: number): DossierChange {
  const { code, lookupSecret, flow, flowVersion, agency, isReserved, applicant, answers } = travelDossier()
  return file({ code, lookupSecret, flow, flowVersion, agency, isReserved, applicant, answers, ...more }, at)
}

/** Where a dossier stands that has only been filed. */
export function begun({ filed, actions }: DossierChange): Standing {
  if (!filed) throw new Error('files nothing')
  return { dossier: filed, history: actions }
}

/** What an act is about besides the dossier. */
export interface About {
  at: number
  granted?: Permit
  named?: Permit
  inForce?: readonly Permit[]
  isDead?: boolean
  twin?: Twin
}

const ACTORS: Record<Actor['type'], Actor> = {
  citizen: { type: 'citizen' },
  staff: { type: 'staff', id: 's1' as StaffId, name: 'Lê Cán Bộ' },
  program: { type: 'program' },
}

/** What the act makes of the dossier, done by whoever does such acts. Throws when it may not be done. */
export function changeBy(
  standing: Standing,
  act: Act,
  { at, granted, named, inForce = [], isDead = false, twin }: About,
): CaseChange {
  const paper = (permit: Permit) => toPaper(permit, 'giấy đi đường', at)
  const applied = apply(standing, act, {
    ...{ by: ACTORS[RULES[act.type].by], at, procedureName: 'Cấp giấy đi đường', permitName: 'giấy đi đường' },
    ...{ agencyName: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau', inForce: inForce.map(paper), isDead },
    ...(twin && { twin }),
    ...(granted && { granted: paper(granted) }),
    ...(named && { named: paper(named) }),
  })
  if (applied.outcome === 'refused') throw new Error(applied.because)
  return { ...applied.change, ...(granted && { granted }) }
}

/** The changes that these acts make one after the other, from a filing on. */
export function changesBy(filed: DossierChange, ...acts: readonly (readonly [Act, About])[]): CaseChange[] {
  let standing = begun(filed)
  const changes: CaseChange[] = [filed]
  for (const [act, about] of acts) {
    const change = changeBy(standing, act, about)
    standing = afterChange(standing, change)
    changes.push(change)
  }
  return changes
}

export async function standingIn(engine: Engine, id: DossierId): Promise<Standing> {
  const dossiers = createDossiers(engine)
  const dossier = await dossiers.find(id)
  if (!dossier) throw new Error(`no dossier ${id}`)
  return { dossier, history: await dossiers.actions(id) }
}

/** Judged on what is written now, and written. */
export async function commitAct(engine: Engine, id: DossierId, act: Act, about: About): Promise<CaseChange> {
  const change = changeBy(await standingIn(engine, id), act, about)
  if ((await createCaseChanges(engine).commit(change)) !== 'done') throw new Error(`${act.type} is stale`)
  return change
}
