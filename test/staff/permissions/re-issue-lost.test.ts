import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'

const path = '/staff/permits/lost-keys/0102'

describeAdministeredPage('the list of lost keys', '/staff/permits/lost-keys')
describeAdministeredPage('the question whether all permits of a lost key are made anew', path)
describeAdministeredDeed('making all permits of a lost key anew', path, {}, ({ permitDesk }) => permitDesk.begun)
