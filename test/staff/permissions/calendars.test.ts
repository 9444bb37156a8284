import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the page of the calendars', '/staff/calendars')
