import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { aFile } from '../fakes.ts'
import { describeGuardedPage } from './guarded.ts'

const photo = aFile({ id: 'p1' as AttachmentId })

describeGuardedPage(
  'a picture in the viewer',
  ({ books, attachments }) => {
    attachments.push(photo)
    const answer = { key: 'papers', label: 'Giấy tờ', value: '', shown: '', attachments: [photo.id] }
    return `/staff/dossiers/${books.add({ answers: [answer] }).id}/files/${photo.id}`
  },
  'Ảnh 1 trên 1',
  { ofDossier: true },
)
