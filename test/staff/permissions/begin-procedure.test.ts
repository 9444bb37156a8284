import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('beginning a procedure', '/staff/procedures', { name: 'Đăng ký nuôi con nuôi' })
