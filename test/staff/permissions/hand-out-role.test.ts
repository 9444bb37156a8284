import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed(
  'handing out a role',
  `/staff/people/${LAN}/postings`,
  { roles: 'reception', agency: 'H12.99.001', since: '2030-05-01' },
  officeBooks,
  withLan,
)
