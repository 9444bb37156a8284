import { describeGuardedPage } from './guarded.ts'
import { describeOwnDeed } from './office.ts'

describeGuardedPage('/staff/account', () => '/staff/account', 'Lê Cán Bộ')
describeOwnDeed('ending the own other sessions', '/staff/account/sessions', {})
describeOwnDeed('recording the own absence', '/staff/account/absences', { since: '2030-05-02' })
describeOwnDeed('coming back from the own absence', '/staff/account/absences/end', { since: '2030-05-20' })
