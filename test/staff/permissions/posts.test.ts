import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the list of posts', '/staff/posts')
