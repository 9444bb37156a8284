import { describeAdministeredDeed } from './administered.ts'

describeAdministeredDeed('opening a post', '/staff/posts', { id: 'pha-nam-can', name: 'Chốt phà Năm Căn' })
