import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the list of the people of the office', '/staff/people')
