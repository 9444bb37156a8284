import { toPaper } from '../../src/casework/show-permit.ts'
import type { Act, Circumstances, Standing } from '../../src/dossiers/acts/act.ts'
import { apply, RULES } from '../../src/dossiers/apply.ts'
import type { DossierChange } from '../../src/dossiers/change.ts'
import type { PermitId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { samplePermit } from '../permits/sample.ts'
import { at, officer } from './standing.ts'

export const REASON = 'Ảnh giấy hẹn bị mờ.'
const permit = await samplePermit()
const paperOf = (changes: Partial<Permit>) => toPaper({ ...permit, ...changes }, 'giấy đi đường', at(9))

/** A permit as the acts name it, and one that may take its place. */
export const old = paperOf({ number: 'CŨ-1' })
export const anew = paperOf({
  ...{ number: 'MỚI-2', id: 'ff'.repeat(8) as PermitId },
  terms: { companions: 2, days: 127, from: 0, to: 48 },
})

/** One of each act that needs words, tried at 08:18 on 1 May 2030. */
const since = Date.parse('2030-05-03T06:00:00+07:00')
export const end = { type: 'end-permit', title: 'giãn cách', since } as const
export const revive = { type: 'revive-permit', title: 'giãn cách', since, because: 'Dịch lại lan.' } as const
export const takeBack = { type: 'take-back', reason: ` ${REASON} ` } as const
export const revoke = { type: 'revoke', permit: old.id, reason: ` ${REASON} ` } as const
export const reply = { type: 'supplement', reply: 'Đây ạ', attachments: [] } as const
export const withdraw = { type: 'withdraw', because: 'Không cần nữa' } as const

/** What becomes of the act when it is done by whom it is for. */
export function tried(act: Act, from: Standing, more: Partial<Circumstances> = {}): ReturnType<typeof apply> {
  const { by } = RULES[act.type]
  return apply(from, act, {
    ...{ procedureName: 'Cấp giấy đi đường', agencyName: 'UBND xã Đất Mũi', permitName: 'giấy đi đường', at: at(9) },
    by: by === 'staff' ? { type: 'staff', id: officer.id, name: officer.name } : { type: by },
    ...more,
  })
}

export function done(act: Act, from: Standing, more?: Partial<Circumstances>): DossierChange {
  const applied = tried(act, from, more)
  if (applied.outcome === 'refused') throw new Error(applied.because)
  return applied.change
}
