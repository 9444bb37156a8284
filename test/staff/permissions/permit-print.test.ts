import { samplePermit } from '../../permits/sample.ts'
import { describeGuardedPage } from './guarded.ts'

describeGuardedPage(
  'the printed sheet of a permit',
  async (desk) => {
    const permit = await samplePermit({ dossier: desk.books.add().id })
    desk.books.permitRows.push(permit)
    return `/staff/permits/${permit.id}.pdf`
  },
  'pdf',
  { ofDossier: true },
)
