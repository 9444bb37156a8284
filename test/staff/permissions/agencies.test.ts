import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the list of agencies', '/staff/agencies')
