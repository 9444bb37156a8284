import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed(
  'recording that somebody is away',
  `/staff/people/${LAN}/absences`,
  { since: '2030-05-02' },
  officeBooks,
  withLan,
)
