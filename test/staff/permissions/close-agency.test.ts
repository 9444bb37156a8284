import { describeAdministeredDeed } from './administered.ts'

describeAdministeredDeed(
  'closing an agency',
  '/staff/agencies/H12.99.001/close',
  { successor: 'H12.99.002', since: '2030-06-01', why: 'Quyết định 12/QĐ-UBND', seen: '0' },
  ({ agencyDesk }) => agencyDesk.rows,
)
