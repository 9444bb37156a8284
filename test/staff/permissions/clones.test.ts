import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the list of permits that seem to be copied', '/staff/scans/clones')
