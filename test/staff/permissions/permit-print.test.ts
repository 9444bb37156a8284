import { samplePermit } from '../../permits/sample.ts'
import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'the printed sheet of a permit',
  async (desk) => {
    const permit = await samplePermit()
    desk.books.permitRows.push(permit)
    return `/staff/permits/${permit.id}.pdf`
  },
  'pdf',
)
