import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'two dossiers beside each other',
  ({ books }) => {
    const [here, there] = [books.add(), books.add({ applicant: 'Trần Thị Kín' })]
    return `/staff/dossiers/${here.id}/beside/${there.id}`
  },
  'Trần Thị Kín',
  { ofDossier: true },
)
