import { describeAdministeredDeed } from './administered.ts'
import { LAN, officeBooks, withLan } from './office.ts'

describeAdministeredDeed('opening an account again', `/staff/people/${LAN}/enable`, {}, officeBooks, (desk) => {
  withLan(desk)
  desk.accounts[3] = { ...desk.accounts[3]!, disabledAt: desk.clock.now }
})
