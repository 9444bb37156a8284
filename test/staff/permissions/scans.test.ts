import { NOW } from '../../permits/sample.ts'
import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'the count of scans',
  (desk) => {
    const post = 'cau' as never
    desk.permitDesk.counts.push({ post, postName: 'Chốt cầu', hour: NOW, verdict: 'valid', colour: 'green', count: 1 })
    return '/staff/scans'
  },
  'Chốt cầu',
)
