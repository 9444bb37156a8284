import { expect, it } from 'vitest'
import { file } from '../../../src/dossiers/acts/file.ts'
import type { Act, Standing } from '../../../src/dossiers/acts/act.ts'
import { apply } from '../../../src/dossiers/apply.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import type { DossierId, StaffId } from '../../../src/kernel/ids.ts'
import { renderInstant } from '../../../src/kernel/clock.ts'
import { travelDossier } from '../../permits/sample.ts'

const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)

// NĐ 309/2026, Điều 8 (Điều 17.3): received outside the area, time runs from when the competent agency receives it.
it('the term of a dossier that was filed elsewhere and handed over begins where the competent agency takes it in, not before', () => {
  const filed = file({ ...travelDossier(), id: 'd1' as DossierId }, at('2026-11-16 08:00'))
  let standing: Standing = { dossier: filed.filed!, history: filed.actions }
  const does = (act: Act, moment: string) => {
    const applied = apply(standing, act, {
      ...{ by: { type: 'staff', id: 's1' as StaffId, name: 'Lê Cán Bộ' }, at: at(moment) },
      ...{ procedureName: 'Cấp giấy', agencyName: 'Trung tâm', permitName: 'giấy' },
      other: { code: 'H12.99.001', name: 'UBND phường An Xuyên' },
      termAt: () => ({ days: 3, counts: 'working', pause: 'resume' }),
    })
    if (applied.outcome === 'refused') throw new Error(applied.because)
    standing = afterChange(standing, applied.change)
    return applied.change
  }
  does({ type: 'hand-over', to: 'H12.99.001', days: 0, note: '' }, '2026-11-17 09:00')
  const told = does({ type: 'accept' }, '2026-11-18 09:00')
  expect(renderInstant(standing.dossier.dueAt ?? 0)).toBe('17:00 23/11/2026')
  expect(JSON.stringify(told.messages)).toContain('tiếp nhận hồ sơ của ông/bà lúc 09:00 18/11/2026')
})
