import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the page for a new agency', '/staff/agencies/new')
