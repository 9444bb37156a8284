import { describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the phones of a post', '/staff/posts/cau-ho-phong/phones')
