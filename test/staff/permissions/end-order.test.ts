import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'

const path = '/staff/permits/orders/trinh-dien-di-duong/end'

describeAdministeredPage('the list of orders', '/staff/permits/orders')
describeAdministeredPage('the question whether an order has ended', path)
describeAdministeredDeed('ending an order', path, {}, ({ permitDesk }) => [...permitDesk.ended])
