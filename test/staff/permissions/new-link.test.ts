import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed('a new link', `/staff/people/${LAN}/link`, {}, officeBooks, withLan)
