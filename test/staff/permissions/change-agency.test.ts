import { describeAdministeredDeed } from './administered.ts'

describeAdministeredDeed(
  'changing an agency',
  '/staff/agencies/H12.99.001',
  {
    name: 'UBND phường Một',
    level: 'commune',
    parent: 'H12.99',
    all: 'on',
    telephone: '0290 3 831 111',
    since: '2030-06-01',
    why: 'Đổi số điện thoại',
    seen: '0',
  },
  ({ agencyDesk }) => agencyDesk.rows,
)
