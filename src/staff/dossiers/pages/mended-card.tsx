import { renderDue } from '../../../dossiers/deadlines/render-due.ts'
import type { DossierAction, FiledAnswer } from '../../../dossiers/dossier.ts'
import { renderTime } from '../../../dossiers/visit.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { Answer } from './answers.tsx'
import { renderActor } from './history.tsx'

interface MendedProps {
  actions: readonly DossierAction[]
  files: DossierFiles
}

interface Row {
  key: string
  label: string
  why?: string
  before?: FiledAnswer
  after?: FiledAnswer
}

/** What was asked back for last, each thing with its reason, what stood there and what came instead, side by side. */
export const MendedCard = ({ actions, files }: MendedProps) => {
  const place = actions.findLastIndex(({ move }) => move?.wanted !== undefined)
  const asked = actions[place]
  if (!asked) return null
  const answered = actions.slice(place).find(({ type }) => type === 'supplemented')
  return (
    <section class="card mended" aria-labelledby="mended">
      <h2 id="mended">{headingOf(asked, answered !== undefined)}</h2>
      <p class="soft">
        {renderActor(asked.by)} hỏi lúc {renderInstant(asked.at)}.{' '}
        {answered
          ? `Người dân trả lời lúc ${renderInstant(answered.at)}.`
          : asked.move?.answerBy !== undefined && `Hẹn trả lời trước ${renderDue(asked.move.answerBy)}.`}
      </p>
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

const headingOf = ({ move }: DossierAction, isAnswered: boolean): string => {
  if (move?.proposed) return isAnswered ? 'Giờ hẹn người dân chọn' : 'Giờ hẹn đang chờ người dân chọn'
  return isAnswered ? 'Phần người dân vừa bổ sung' : 'Phần đang chờ người dân bổ sung'
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
