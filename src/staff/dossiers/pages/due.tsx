import { renderDue, renderLeft, urgencyOf } from '../../../dossiers/deadlines/render-due.ts'
import { ownStep } from '../../../dossiers/deadlines/warnings.ts'
import type { Dossier } from '../../../dossiers/dossier.ts'
import { isWaiting } from '../../../dossiers/status.ts'
import { workCalendarFor } from '../../../province/work-calendar.ts'

interface DueProps extends Pick<Dossier, 'status' | 'dueAt' | 'agency' | 'holder'> {
  /** When the agency that has it should be done with its own step. */
  until?: number | undefined
  now: number
}

/** When the desk's next word is due and how long that is, while somebody has to say it; and the time of its step, which ends before. */
export const Due = ({ status, dueAt, agency, holder, until, now }: DueProps) => {
  const step = until === undefined ? undefined : ownStep({ dueAt, until })
  if (!isWaiting(status) || (dueAt === null && step === undefined))
    return <span class="soft">{isPaused(status) ? 'Tạm dừng' : ''}</span>
  return (
    <>
      {dueAt !== null && <Time {...{ at: dueAt, now }} agency={agency} />}
      {step !== undefined && (
        <>
          <span class="soft">bước của cơ quan: </span>
          <Time {...{ at: step, now }} agency={holder} />
        </>
      )}
    </>
  )
}

const Time = ({ at, now, agency }: { at: number; now: number; agency: string }) => {
  const calendar = workCalendarFor(agency)
  return (
    <span class={`due ${urgencyOf(at, now, calendar)}`}>
      <time dateTime={new Date(at).toISOString()}>{renderDue(at)}</time>
      <b>{renderLeft(at, now, calendar)}</b>
    </span>
  )
}

const isPaused = (status: Dossier['status']): boolean => status === 'supplement' || status === 'payment'
