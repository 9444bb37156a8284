import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed('ending the sessions of somebody', `/staff/people/${LAN}/sessions`, {}, officeBooks, withLan)
