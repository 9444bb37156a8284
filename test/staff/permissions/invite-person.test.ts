import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'
import { officeBooks, withLan } from './office.ts'

describeAdministeredPage('the form of an invitation', '/staff/people/new')
describeAdministeredDeed(
  'inviting somebody',
  '/staff/people/new',
  { name: 'Trần Văn Mới', email: 'moi@example.vn', roles: 'reception', agency: 'H12.99.001', since: '2030-05-01' },
  officeBooks,
  withLan,
)
