import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the page of an agency', '/staff/agencies/H12.99.001')
