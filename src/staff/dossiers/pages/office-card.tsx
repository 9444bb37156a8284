import type { Colleague } from '../../../dossiers/acts/act.ts'
import type { Dossier, DossierAction } from '../../../dossiers/dossier.ts'
import { isOfficeAct, type OfferedAct, type OfficeAct } from '../../../dossiers/offered.ts'
import { clockStart } from '../../../dossiers/deadlines/clock-start.ts'
import { renderDue, renderLeft } from '../../../dossiers/deadlines/render-due.ts'
import { givenStep, stepEnd } from '../../../dossiers/deadlines/step.ts'
import { ownStep } from '../../../dossiers/deadlines/warnings.ts'
import { DAY, renderDay, renderInstant, toVietnamDay } from '../../../kernel/clock.ts'
import type { StaffId } from '../../../kernel/ids.ts'
import { workCalendarFor } from '../../../province/work-calendar.ts'
import { Facts } from '../../frame/facts.tsx'
import type { Trouble } from './trouble.ts'
import { OfficeForm } from './office-form.tsx'

export interface Agencies {
  /** Those that take dossiers today. */
  open: readonly { code: string; name: string }[]
  /** Whether one is not competent for the dossier. */
  isOutside: (code: string) => boolean
  nameOf: (code: string) => string
}

interface OfficeProps {
  dossier: Dossier
  /** Oldest first. */
  actions: readonly DossierAction[]
  offered: readonly OfferedAct[]
  /** Who looks. */
  account: StaffId
  /** Who could work on it where it lies. */
  colleagues: readonly Colleague[]
  agencies: Agencies
  csrf: string
  now: number
  typed?: Trouble
}

/** Where it lies, who works on it, and what the desk may do about that; nothing of it is told to the citizen but a hand-over. */
export const OfficeCard = (props: OfficeProps) => {
  const { offered, dossier, csrf, typed } = props
  const acts = offered.filter(isOfficeAct)
  return (
    <section class="card actions" aria-labelledby="office">
      <h2 id="office">Phân công</h2>
      <Where {...props} />
      {acts.includes('take') && (
        <form method="post" action={`/staff/dossiers/${dossier.id}/take`} class="move">
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="revision" value={dossier.revision} />
          <button type="submit" class="plain" data-key="t">
            {dossier.handler === null ? 'Nhận xử lý' : dossier.handler === props.account ? 'Xử lý tiếp' : 'Nhận thay'}
          </button>
        </form>
      )}
      {acts
        .filter((type): type is Exclude<OfficeAct, 'take'> => type !== 'take')
        .map((type) => (
          <OfficeForm
            key={type}
            {...{ type, dossier, csrf, ...choicesFor(type, props) }}
            {...(typed?.type === type && { typed })}
          />
        ))}
    </section>
  )
}

const Where = ({ dossier, actions, account, agencies, now }: OfficeProps) => {
  const { handler, holder, asideUntil } = dossier
  const moved = actions.findLast(({ move }) => move?.holder !== undefined)
  const step = givenStep(actions)
  const until = step && stepEnd(step, workCalendarFor(holder))
  const own = until === undefined ? undefined : ownStep({ dueAt: dossier.dueAt, until })
  const name = actions.findLast(({ move }) => move?.handler !== undefined)?.move?.handler?.name
  return (
    <Facts
      of={[
        <>
          Đang ở <b>{agencies.nameOf(holder)}</b>
          {moved && `, từ ${renderInstant(moved.at)}`}
        </>,
        agencies.isOutside(holder) ? 'cơ quan này không có thẩm quyền giải quyết' : null,
        clockStart(actions) === 'not yet' ? 'thời hạn tính từ lúc cơ quan có thẩm quyền nhận hồ sơ' : null,
        own === undefined ? null : (
          <>
            bước của cơ quan này: xong trước <b>{renderDue(own)}</b>, {renderLeft(own, now, workCalendarFor(holder))}
          </>
        ),
        handler === null ? (
          'chưa có người xử lý'
        ) : (
          <>người xử lý: {handler === account ? 'tôi' : (name ?? 'đồng nghiệp')}</>
        ),
        asideUntil !== null && asideUntil > now ? <>tạm gác đến {renderDay(toVietnamDay(asideUntil))}</> : null,
      ]}
    />
  )
}

const LEADERS = 'Lãnh đạo cơ quan mình'

/** What there is to choose in a form, and the days a date may have. */
function choicesFor(type: OfficeAct, { dossier, colleagues, agencies, account, now, actions }: OfficeProps) {
  const others = agencies.open.filter(({ code }) => code !== dossier.holder)
  switch (type) {
    case 'assign':
      return {
        choices: colleagues.map(({ id, name }) => ({ value: id, label: id === account ? `${name} (tôi)` : name })),
      }
    case 'hand-over':
      return {
        choices: others.map(({ code, name }) => ({
          value: code,
          label: agencies.isOutside(code) ? `${name} (không có thẩm quyền)` : name,
        })),
      }
    case 'consult':
      return {
        choices: [
          { value: dossier.holder, label: LEADERS },
          ...others.map(({ code, name }) => ({ value: code, label: name })),
        ],
      }
    case 'put-aside':
      return { days: { from: toVietnamDay(now + DAY), to: toVietnamDay(now + 60 * DAY) } }
    case 'advise': {
      const asked = actions.findLast((action) => action.type === 'opinion asked')
      return asked?.note === undefined ? {} : { asked: asked.note }
    }
    default:
      return {}
  }
}
