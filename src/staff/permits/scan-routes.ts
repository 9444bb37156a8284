import type { FastifyPluginAsync } from 'fastify'
import { type Clock, toVietnamDay } from '../../kernel/clock.ts'
import { findClones, spreadByPosts } from '../../permits/posts/clones.ts'
import type { Permits } from '../../permits/ports.ts'
import type { Posts } from '../../permits/posts/posts.ts'
import { SCANS_KEPT, type Scans } from '../../permits/posts/scans.ts'
import { toPage } from '../frame/layout.tsx'
import { parseDay, parsePageNumber } from './forms.ts'
import { ClonesPage } from './pages/clones-page.tsx'
import { ScansPage } from './pages/scans-page.tsx'
import type { PermitStaffOf } from './ports.ts'

export interface ScanRoutesPorts {
  permitStaffOf: PermitStaffOf
  scans: Pick<Scans, 'countsOfDay' | 'sightings'>
  posts: Posts
  permits: Permits
  now: Clock
}

/** Most sightings that are compared, and most clones that are shown in one page. */
const SIGHTINGS = 20_000
const CLONES = 100
const PAGES = 50

/** Counts per post and hour, for all staff: they tell of no permit. */
export const scanRoutes =
  ({ permitStaffOf, scans, now }: ScanRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff/scans', async (request) => {
      const today = toVietnamDay(now())
      const day = parseDay(request.query, today)
      const counts = await scans.countsOfDay(day)
      return toPage(ScansPage({ staff: permitStaffOf(request), day, today, counts }))
    })
  }

/** Where single permits were read: only for administrators, and only those read where nobody can have been. */
export const cloneRoutes =
  ({ permitStaffOf, scans, posts, permits, now }: ScanRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff/scans/clones', async (request) => {
      const [sightings, all] = await Promise.all([scans.sightings(now() - SCANS_KEPT, SIGHTINGS), posts.all()])
      const found = spreadByPosts(findClones(sightings, new Map(all.map(({ id, place }) => [id, place]))))
      const page = parsePageNumber(request.query, PAGES)
      const clones = found.slice((page - 1) * CLONES, page * CLONES)
      const read = await Promise.all(clones.map(async (clone) => ({ clone, permit: await permits.find(clone.permit) })))
      const names = new Map(all.map(({ id, name }) => [id, name]))
      const rows = read.flatMap(({ clone, permit }) => (permit ? [{ clone, permit }] : []))
      const hasMore = found.length > page * CLONES && page < PAGES
      return toPage(
        ClonesPage({
          ...{ staff: permitStaffOf(request), rows, isCut: sightings.length === SIGHTINGS },
          postName: (id) => names.get(id) ?? id,
          ...(hasMore && { next: `/staff/scans/clones?page=${page + 1}` }),
        }),
      )
    })
  }
