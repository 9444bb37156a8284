import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed(
  'taking away a role that has not begun',
  `/staff/people/${LAN}/postings/drop`,
  { role: 'leader', agency: 'H12.99.001', since: '2030-06-01', shown: '' },
  officeBooks,
  withLan,
)
