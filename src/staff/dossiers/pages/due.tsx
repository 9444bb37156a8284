import { renderDue, renderLeft, urgencyOf } from '../../../dossiers/deadlines/render-due.ts'
import type { Dossier } from '../../../dossiers/dossier.ts'
import { isWaiting } from '../../../dossiers/status.ts'
import { workCalendarFor } from '../../../province/work-calendar.ts'

/** When the desk's next word is due and how long that is, while somebody has to say it. */
export const Due = ({ status, dueAt, agency, now }: Pick<Dossier, 'status' | 'dueAt' | 'agency'> & { now: number }) => {
  if (dueAt === null || !isWaiting(status)) return <span class="soft">{isPaused(status) ? 'Tạm dừng' : ''}</span>
  const calendar = workCalendarFor(agency)
  return (
    <span class={`due ${urgencyOf(dueAt, now, calendar)}`}>
      <time dateTime={new Date(dueAt).toISOString()}>{renderDue(dueAt)}</time>
      <b>{renderLeft(dueAt, now, calendar)}</b>
    </span>
  )
}

const isPaused = (status: Dossier['status']): boolean => status === 'supplement' || status === 'payment'
