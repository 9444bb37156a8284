import { describeAdministeredDeed } from './administered.ts'

describeAdministeredDeed('a new code for a post', '/staff/posts/cau-ho-phong/code', {})
