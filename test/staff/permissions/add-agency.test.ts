import { describeAdministeredDeed } from './administered.ts'

describeAdministeredDeed(
  'adding an agency',
  '/staff/agencies',
  {
    code: 'H12.99.003',
    name: 'UBND xã Ba',
    level: 'commune',
    parent: 'H12.99',
    all: 'on',
    since: '2030-06-01',
    why: 'Quyết định 12/QĐ-UBND',
    seen: '0',
  },
  ({ agencyDesk }) => agencyDesk.rows,
)
