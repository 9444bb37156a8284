import type { Step } from '../../../conversation/flow/flow-format.ts'
import { NO_FIGURES, shareUnderstood, type StepFigures, typedAt } from '../../../procedures/funnel.ts'
import { shorten } from '../../../kernel/text.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { PERIODS } from '../forms.ts'
import { ProcedureFrame, pathOf } from './frame.tsx'

interface FunnelProps {
  signedIn: SignedInAs
  flow: string
  name: string
  code?: string | undefined
  /** Of the version shown; absent when it cannot be run any more. */
  steps: ReadonlyMap<string, Step> | undefined
  version: number
  /** Newest first. */
  versions: readonly number[]
  days: number
  figures: ReadonlyMap<string, StepFigures>
}

const percent = (part: number, whole: number): string => (whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`)

export const FunnelPage = (props: FunnelProps) => {
  const { signedIn, flow, name, code, steps, version, days, figures } = props
  return (
    <ProcedureFrame {...{ signedIn, flow, name, code }} at="funnel" title="Số liệu">
      <Choice {...props} />
      {!steps || figures.size === 0 ? (
        <section class="card empty">
          <p>
            Chưa có ai đi qua bản {version} trong {days} ngày này.
          </p>
        </section>
      ) : (
        <>
          <section class="card" aria-labelledby="figures">
            <h2 id="figures">
              Bản {version}, {days} ngày gần đây
            </h2>
            <Leak steps={steps} figures={figures} />
            <Understood figures={figures} />
            <FigureTable steps={steps} figures={figures} />
            <p class="soft">
              Mỗi hồ sơ được đếm một lần ở mỗi bước. “Bỏ dở” là đã đến, chưa trả lời và không còn ở đó. “Gõ chữ” là số
              tin người dân tự gõ, không tính bấm nút; “Hiểu được” là phần trong đó máy hiểu. Khi máy chủ tắt đột ngột,
              số liệu của vài giây cuối có thể thiếu.
            </p>
          </section>
          <section class="card" aria-labelledby="drawing">
            <h2 id="drawing">Trên hình vẽ</h2>
            <div class="drawing" role="region" aria-label="Số liệu trên hình vẽ" tabIndex={0}>
              <img
                src={`${pathOf(flow)}/funnel.svg?version=${version}&days=${days}`}
                alt="Số người đến, trả lời và bỏ dở ở từng bước; cùng số liệu với bảng ở trên"
              />
            </div>
          </section>
        </>
      )}
    </ProcedureFrame>
  )
}

const Choice = ({ flow, version, versions, days }: FunnelProps) => (
  <form class="search no-print" method="get" action={`${pathOf(flow)}/funnel`}>
    <div>
      <label for="version">Bản</label>
      <select id="version" name="version">
        {versions.map((it) => (
          <option key={it} value={it} selected={it === version}>
            Bản {it}
          </option>
        ))}
      </select>
    </div>
    <div>
      <label for="days">Thời gian</label>
      <select id="days" name="days">
        {PERIODS.map((it) => (
          <option key={it} value={it} selected={it === days}>
            {it} ngày gần đây
          </option>
        ))}
      </select>
    </div>
    <button type="submit" class="plain">
      Xem
    </button>
  </form>
)

type Figures = Pick<FunnelProps, 'figures'> & { steps: ReadonlyMap<string, Step> }

/** The one sentence an author comes for. */
const Leak = ({ steps, figures }: Figures) => {
  const worst = [...figures]
    .filter(([step, it]) => it.left > 0 && steps.has(step))
    .sort(([, a], [, b]) => b.left - a.left)[0]
  if (!worst) return <p>Chưa có ai bỏ dở.</p>
  const [step, { left, reached }] = worst
  return (
    <p>
      Nhiều người bỏ dở nhất ở bước <b class="mono">{step}</b>: {left} trong {reached} người đã đến (
      {percent(left, reached)}).
    </p>
  )
}

const Understood = ({ figures }: Pick<FunnelProps, 'figures'>) => {
  const { typed, missed } = typedAt(figures)
  if (typed === 0) return <p>Chưa có ai gõ chữ.</p>
  return (
    <p>
      Máy hiểu được {percent(typed - missed, typed)} trong {typed} tin người dân gõ.
    </p>
  )
}

const renderShare = (figures: StepFigures): string => {
  const share = shareUnderstood(figures)
  return share === undefined ? '–' : percent(share, 1)
}

const FigureTable = ({ steps, figures }: Figures) => (
  <div class="wide-table" role="region" aria-label="Số liệu từng bước" tabIndex={0}>
    <table>
      <caption class="unseen">Số liệu từng bước, theo thứ tự trong nội dung</caption>
      <thead>
        <tr>
          <th scope="col">Bước</th>
          <th scope="col" class="number">
            Đến
          </th>
          <th scope="col" class="number">
            Trả lời
          </th>
          <th scope="col" class="number">
            Trả lời sai
          </th>
          <th scope="col" class="number">
            Gõ chữ
          </th>
          <th scope="col" class="number">
            Hiểu được
          </th>
          <th scope="col" class="number">
            Đang ở đây
          </th>
          <th scope="col" class="number">
            Bỏ dở
          </th>
        </tr>
      </thead>
      <tbody>
        {[...steps].flatMap(([step, { say, expect }]) => {
          const it = figures.get(step)
          if (!it && expect === 'none') return []
          const counted = it ?? NO_FIGURES
          const { reached, answered, failed, typed, waiting, left } = counted
          return (
            <tr key={step}>
              <th scope="row">
                <span class="mono">{step}</span>
                <span class="soft">{shorten((say ?? '').trim().split('\n')[0] ?? '', 70)}</span>
              </th>
              <td class="number" data-label="Đến">
                {reached}
              </td>
              <td class="number" data-label="Trả lời">
                {answered} <span class="soft">{percent(answered, reached)}</span>
              </td>
              <td class="number" data-label="Sai">
                {failed}
              </td>
              <td class="number" data-label="Gõ chữ">
                {typed}
              </td>
              <td class="number" data-label="Hiểu được">
                {renderShare(counted)}
              </td>
              <td class="number" data-label="Đang ở đây">
                {waiting}
              </td>
              <td class="number" data-label="Bỏ dở">
                {left} <span class="soft">{percent(left, reached)}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)
