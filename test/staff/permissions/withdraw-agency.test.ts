import { describeAdministeredDeed } from './administered.ts'

describeAdministeredDeed(
  'taking back what was planned for an agency',
  '/staff/agencies/H12.99.001/withdraw',
  { place: '1' },
  ({ agencyDesk }) => agencyDesk.rows,
  ({ agencyDesk }) => {
    const entry = { ...agencyDesk.book.on('2030-06-01').get('H12.99.001')!, name: 'UBND phường Mới' }
    const recorded = { recordedBy: 'An', recordedAt: 0, why: 'Quyết định 12' }
    agencyDesk.rows.push({ place: 1, code: entry.code, since: '2030-06-01', entry, ...recorded })
  },
)
