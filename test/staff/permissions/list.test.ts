import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'the list of dossiers',
  (desk) => {
    desk.books.add({ applicant: 'Trần Thị Kín' })
    return '/staff'
  },
  'Trần Thị Kín',
)
