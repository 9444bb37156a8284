import { describeEditorsOnly } from './procedures.ts'

describeEditorsOnly('saving a draft', '/staff/procedures/thu-nghiem/draft', {
  source: 'flow: x',
  cases: '',
  revision: 1,
})
