import { describeAdministeredPage } from './administered.ts'
import { LAN, withLan } from './office.ts'

describeAdministeredPage('the page of one person', `/staff/people/${LAN}`, withLan)
