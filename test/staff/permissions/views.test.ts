import { describeGuardedPage } from './guarded.ts'
import { EVERYTHING } from '../../dossiers/posted.ts'

describeGuardedPage(
  'who opened a dossier',
  (desk) => {
    desk.accounts[0] = { ...desk.accounts[0]!, postings: EVERYTHING }
    return `/staff/dossiers/${desk.books.add().id}/views`
  },
  'Chưa có cán bộ nào mở',
  { ofDossier: true },
)
