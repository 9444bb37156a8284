import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed('disabling an account', `/staff/people/${LAN}/disable`, {}, officeBooks, withLan)
