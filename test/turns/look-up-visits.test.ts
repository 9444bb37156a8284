import { expect, it } from 'vitest'
import type { Dossier } from '../../src/dossiers/dossier.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { createLookUpVisits } from '../../src/turns/look-up-visits.ts'
import { NOW, travelDossier } from '../permits/sample.ts'

const citizen = travelDossier().citizen
const answer = (key: string, shown: string) => ({ key, label: key, value: shown, shown })
const visit = (id: string, changes: Partial<Dossier> = {}): Dossier => ({
  ...travelDossier(),
  ...{ id: id as DossierId, code: `H12.99.001-300430-000${id}`, flow: 'dat-lich-hen', status: 'accepted' },
  answers: [
    answer('kind', 'Nhận kết quả'),
    answer('day', '07/05/2030'),
    answer('slot', '9 giờ đến 11 giờ'),
    answer('applicant', 'Lê Thị Hồng'),
  ],
  ...changes,
})

const looked = (kept: readonly Dossier[]) =>
  createLookUpVisits({
    dossiers: {
      find: async (id) => kept.find((one) => one.id === id),
      ofCitizen: async (whose, limit) => kept.filter((one) => one.citizen === whose).slice(0, limit),
    },
    prospectOf: ({ flow }) => (flow === 'dat-lich-hen' ? { isCounted: false, isVisit: true } : { isCounted: false }),
    now: () => NOW,
  })(citizen)

it('finds visits that stand, each with what a moved one keeps, and neither its day nor its hour', async () => {
  const { options } = await looked([visit('1'), visit('2', { status: 'withdrawn' }), visit('3', { flow: 'phan-anh' })])
  expect(options).toEqual([
    {
      key: 'h1',
      label: 'H12.99.001-300430-0001: 07/05/2030, 9 giờ đến 11 giờ',
      facts: { movedVisit: '1' },
      answers: {
        kind: { value: 'Nhận kết quả', shown: 'Nhận kết quả' },
        applicant: { value: 'Lê Thị Hồng', shown: 'Lê Thị Hồng' },
      },
    },
  ])
})

it('finds nothing where none stands', async () =>
  expect(await looked([visit('1', { status: 'returned' })])).toEqual({ type: 'FACTS', found: false, facts: {} }))
