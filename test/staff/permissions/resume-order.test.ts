import { NOW } from '../../permits/sample.ts'
import type { Desk } from '../fakes.ts'
import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'

const path = '/staff/permits/orders/trinh-dien-di-duong/resume'
const ended = ({ permitDesk }: Desk) => void permitDesk.ended.set('trinh-dien-di-duong', NOW)

describeAdministeredPage('the question whether an order is applied again', path, ended)
describeAdministeredDeed(
  'applying an order again',
  path,
  { reason: 'Ghi nhầm lệnh.' },
  ({ permitDesk }) => [...permitDesk.resumed],
  ended,
)
