import { SMALL_FLOW } from '../../procedures/small-flow.ts'
import { describeGuardedPage } from './guarded.ts'

for (const path of [
  '',
  '/thu-nghiem',
  '/thu-nghiem/rehearsal',
  '/thu-nghiem/funnel',
  '/thu-nghiem/history',
  '/thu-nghiem/drawing.svg',
])
  describeGuardedPage(
    `/staff/procedures${path}`,
    async (desk) => {
      await desk.shelf.publishing.publish({ source: SMALL_FLOW, cases: '', by: 'flows/' })
      return `/staff/procedures${path}`
    },
    'Thử nghiệm',
  )
