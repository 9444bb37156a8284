import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('examining a text', '/staff/procedures/thu-nghiem/examine', {
  source: 'flow: x',
  cases: '',
  revision: 1,
})
