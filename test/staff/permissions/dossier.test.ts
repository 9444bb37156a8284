import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'the page of a dossier',
  (desk) => `/staff/dossiers/${desk.books.add({ applicant: 'Trần Thị Kín' }).id}`,
  'Trần Thị Kín',
  { ofDossier: true },
)
