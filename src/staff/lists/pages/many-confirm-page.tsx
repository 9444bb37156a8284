import type { Weighed } from '../../../casework/act-many.ts'
import type { Dossier } from '../../../dossiers/dossier.ts'
import { renderApplicant } from '../../dossiers/pages/applicant.ts'
import { Due } from '../../dossiers/pages/due.tsx'
import { OfficeFields } from '../../dossiers/pages/office-form.tsx'
import { DossierLink } from '../../dossiers/pages/outcomes.tsx'
import { StatusChip } from '../../dossiers/pages/status-chip.tsx'
import type { Trouble } from '../../dossiers/pages/trouble.ts'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { renderTick } from '../../frame/ticked.ts'
import { asksFor, MANY, type ManyAct } from '../many-acts.ts'

interface ManyConfirmProps {
  signedIn: SignedInAs
  act: ManyAct
  weighed: readonly Weighed[]
  /** Colleagues who can be given work, and the days there are. */
  choices: readonly { value: string; label: string }[]
  days: { from: string; to: string }
  /** What was typed, and what is wrong with it. */
  typed?: Trouble
  /** The list's query, and its address. */
  back: string
  list: string
  procedureName: (flow: string) => string
  now: number
}

/** The last look: which dossiers it is done to, what happens to them, and which it cannot be done to, and why. */
export const ManyConfirmPage = (props: ManyConfirmProps) => {
  const { signedIn, act, weighed, typed, back, list } = props
  const ready = weighed.flatMap((one) => (one.can ? [one.dossier] : []))
  const not = weighed.flatMap((one) => (one.can ? [] : [one]))
  const asks = asksFor(act)
  const { label, effect } = MANY[act]
  const title = ready.length === 0 ? `${label}: không có hồ sơ nào làm được` : `${label}: ${ready.length} hồ sơ?`
  return (
    <Layout title={title} signedIn={signedIn} at="dossiers" keys wide>
      <h1 {...(!typed && { tabIndex: -1, autofocus: true })}>{title}</h1>
      {typed?.because !== undefined && (
        <Notice bad>
          <p>
            <b>Chưa thực hiện.</b> {typed.because}
          </p>
        </Notice>
      )}
      {not.length > 0 && (
        <section class="card" aria-labelledby="not">
          <h2 id="not">Không làm được với {not.length} hồ sơ, để nguyên</h2>
          <ul class="plain-list">
            {not.map((one) => (
              <li key={one.dossier}>
                <DossierLink {...one} />: {one.because}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ready.length > 0 && (
        <form method="post" action="/staff/many">
          <input type="hidden" name="csrf" value={signedIn.csrf} />
          <input type="hidden" name="act" value={act} />
          <input type="hidden" name="back" value={back} />
          <p>{effect} Bỏ dấu hồ sơ nào chưa muốn làm.</p>
          {asks && (
            <section class="card" aria-label={label}>
              <OfficeFields type={asks} choices={props.choices} days={props.days} typed={typed} />
            </section>
          )}
          <ReadyRows {...{ ready, ...props }} />
          <div class="bar pair no-print">
            <button type="submit" name="step" value="do" data-key="a">
              {label}
            </button>
            <a class="button plain" href={list}>
              Chưa, quay lại
            </a>
          </div>
        </form>
      )}
      {ready.length === 0 && (
        <p>
          <a class="button" href={list}>
            Về danh sách
          </a>
        </p>
      )}
    </Layout>
  )
}

const ReadyRows = ({
  ready,
  procedureName,
  now,
}: Pick<ManyConfirmProps, 'procedureName' | 'now'> & { ready: readonly Dossier[] }) => (
  <table>
    <caption class="unseen">Hồ sơ đã chọn</caption>
    <thead>
      <tr>
        <th scope="col">Mã hồ sơ</th>
        <th scope="col">Người nộp</th>
        <th scope="col">Thủ tục</th>
        <th scope="col">Trạng thái</th>
        <th scope="col">Hạn</th>
      </tr>
    </thead>
    <tbody>
      {ready.map((dossier) => (
        <tr key={dossier.id}>
          <td>
            <label class="tick">
              <input type="checkbox" name="ticked" value={renderTick(dossier)} checked />
              <span class="code">{dossier.code}</span>
            </label>
          </td>
          <td>{renderApplicant(dossier)}</td>
          <td>{procedureName(dossier.flow)}</td>
          <td>
            <StatusChip status={dossier.status} />
          </td>
          <td>
            <Due {...dossier} now={now} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
