import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'the list of dossiers that wait for a permit',
  (desk) => {
    desk.books.add({ applicant: 'Nguyễn Thị Ánh Tuyết' })
    return '/staff/permits/waiting'
  },
  'Ánh Tuyết',
)
