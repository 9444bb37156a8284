import { aFile } from '../fakes.ts'
import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'a file of a citizen',
  (desk) => {
    desk.attachments.push(aFile({ dossier: desk.books.add().id }))
    desk.contents['aa'] = Buffer.from('nội dung kín')
    return '/staff/files/a1'
  },
  'nội dung kín',
  { ofDossier: true },
)
