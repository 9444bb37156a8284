import { renderDue } from '../../../dossiers/deadlines/render-due.ts'
import type { DossierAction, FiledAnswer } from '../../../dossiers/dossier.ts'
import type { Status } from '../../../dossiers/status.ts'
import { chosenOf, renderTime } from '../../../dossiers/visit.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { Answer } from './answers.tsx'
import { renderActor } from './history.tsx'

interface MendedProps {
  actions: readonly DossierAction[]
  files: DossierFiles
  status: Status
}

interface Row {
  key: string
  label: string
  why?: string
  before?: FiledAnswer
  after?: FiledAnswer
}

/** What was asked back for last, each thing with its reason, what stood there and what came instead, side by side. */
export const MendedCard = ({ actions, files, status }: MendedProps) => {
  const place = actions.findLastIndex(({ move }) => move?.wanted !== undefined)
  const asked = actions[place]
  if (!asked) return null
  const answered = actions.slice(place).find(({ type }) => type === 'supplemented')
  const isWaiting = status === 'supplement' && !answered
  const outcome = asked.move?.proposed && outcomeOf(asked, answered)
  return (
    <section class="card mended" aria-labelledby="mended">
      <h2 id="mended">{headingOf(asked, answered !== undefined, isWaiting)}</h2>
      <p class="soft">
        {renderActor(asked.by)} hỏi lúc {renderInstant(asked.at)}.{' '}
        {answered
          ? `Người dân trả lời lúc ${renderInstant(answered.at)}.`
          : isWaiting
            ? asked.move?.answerBy !== undefined && `Hẹn trả lời trước ${renderDue(asked.move.answerBy)}.`
            : 'Người dân chưa trả lời; nay không còn chờ nữa.'}
      </p>
      {outcome !== undefined && <p>{outcome}</p>}
      {asked.move?.proposed && (
        <ul>
          {asked.move.proposed.map((time) => (
            <li key={renderTime(time)}>{renderTime(time)}</li>
          ))}
        </ul>
      )}
      {rowsOf(asked, answered).map(({ key, label, why, before, after }) => (
        <div key={key}>
          <h3>{label}</h3>
          <p class="soft">{why === undefined ? 'Trả lời thêm cho khớp với phần vừa sửa.' : `Cán bộ ghi: “${why}”`}</p>
          {answered && (
            <dl class="beside">
              <div>
                <dt>Trước</dt>
                <dd>{before ? <Answer answer={before} files={files} of=", trước" /> : <Nothing />}</dd>
              </div>
              <div>
                <dt>Sau</dt>
                <dd>{after ? <Answer answer={after} files={files} of=", sau" /> : <Nothing />}</dd>
              </div>
            </dl>
          )}
        </div>
      ))}
    </section>
  )
}

const headingOf = ({ move }: DossierAction, isAnswered: boolean, isWaiting: boolean): string => {
  if (move?.proposed) return isWaiting ? 'Giờ hẹn đang chờ người dân chọn' : 'Giờ đã đề nghị'
  if (isAnswered) return 'Phần người dân vừa bổ sung'
  return isWaiting ? 'Phần đang chờ người dân bổ sung' : 'Phần đã yêu cầu bổ sung'
}

/** What came of the proposal: one of its times, or another that the citizen named or had from an earlier one. */
function outcomeOf(asked: DossierAction, answered: DossierAction | undefined): string | undefined {
  const given = answered?.move?.given
  if (!given) return undefined
  const said = (asked.move?.wanted ?? [])
    .flatMap(({ key }) => given.find((it) => it.key === key)?.shown ?? [])
    .join(', ')
  const chosen = chosenOf(asked, given)
  return chosen
    ? `Người dân chọn: ${renderTime(chosen)}.`
    : `Người dân không chọn giờ nào trong số này, mà xin: ${said}.`
}

const Nothing = () => <span class="soft">Không có</span>

/** What was asked for, then what had to be answered besides, then what is not asked any more. */
function rowsOf(asked: DossierAction, answered: DossierAction | undefined): Row[] {
  const { given = [], gone = [] } = answered?.move ?? {}
  const wanted = (asked.move?.wanted ?? []).map(({ key, label, why }): Row => {
    const after = given.find((it) => it.key === key)
    return { key, label, why, ...(after?.before && { before: after.before }), ...(after && { after }) }
  })
  const known = new Set(wanted.map(({ key }) => key))
  const others = given
    .filter(({ key }) => !known.has(key))
    .map(({ before, ...after }): Row => ({ key: after.key, label: after.label, after, ...(before && { before }) }))
  const left = gone.map((before): Row => ({ key: before.key, label: before.label, before }))
  return [...wanted, ...others, ...left.filter(({ key }) => !known.has(key))]
}
