import { MOST_UNSEEN } from '../../dossiers/notices.ts'
import { BELL } from '../frame/layout.tsx'

/** As it stands in the head of a page, and nowhere else. */
const LINK = `href="${BELL.href}">${BELL.label}`

/**
 * How many notices wait, put into the head of a page that is ready: so no page can forget it, and what was seen by opening this
 * very page is not among them.
 */
export async function withCount(page: unknown, count: () => Promise<number>): Promise<unknown> {
  if (typeof page !== 'string' || !page.includes(LINK)) return page
  const unseen = await count()
  return unseen === 0 ? page : page.replace(LINK, `${LINK} (${unseen}${unseen < MOST_UNSEEN ? '' : '+'})`)
}
