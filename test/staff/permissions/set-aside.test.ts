import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'

const path = '/staff/set-aside/7/again'

describeAdministeredPage('the list of what was set aside', '/staff/set-aside')
describeAdministeredPage('the question whether to try it again', path)
describeAdministeredDeed('trying again what was set aside', path, {}, ({ permitDesk }) => [
  [...permitDesk.aside],
  permitDesk.rungTurns,
])
