import { PASSWORD } from '../fakes.ts'
import { describeOwnDeed } from './office.ts'

const chosen = 'bánh xèo đạp xe ra biển'
describeOwnDeed('changing the own password', '/staff/account/password', {
  ...{ password: PASSWORD, newPassword: chosen, again: chosen },
})
