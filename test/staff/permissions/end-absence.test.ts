import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed(
  'recording that somebody is back',
  `/staff/people/${LAN}/absences/end`,
  { since: '2030-05-20' },
  officeBooks,
  withLan,
)
