import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the question whether to close a post', '/staff/posts/cau-ho-phong/close')
describeAdministeredDeed('closing a post', '/staff/posts/cau-ho-phong/close', {})
