import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed(
  'ending a role',
  `/staff/people/${LAN}/postings/end`,
  { role: 'specialist', agency: 'H12.99.001', since: '2025-07-01', shown: '', until: '2030-05-31' },
  officeBooks,
  withLan,
)
