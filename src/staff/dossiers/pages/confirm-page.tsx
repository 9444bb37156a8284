import { RULES } from '../../../dossiers/apply.ts'
import { renderDue } from '../../../dossiers/deadlines/render-due.ts'
import { STATUSES } from '../../../dossiers/status.ts'
import { canBeTakenBack } from '../../../dossiers/take-back.ts'
import type { Dossier } from '../../../dossiers/dossier.ts'
import type { Permit } from '../../../permits/code/permit.ts'
import type { CaseChange } from '../../../casework/ports.ts'
import type { DossierFiles } from '../dossier-files.ts'
import type { ConfirmedType } from '../decision-form.ts'
import { ClaimFacts, type RenderPurpose } from './claim-facts.tsx'
import { DossierHead } from './dossier-head.tsx'
import { OtherOne } from './other-one.tsx'
import { Codes } from './codes.tsx'
import { Notice } from '../../frame/notice.tsx'
import { Files } from './files.tsx'
import { ToldCard } from './told-card.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'

interface ConfirmPageProps {
  signedIn: SignedInAs
  dossier: Dossier
  procedureName: string
  type: ConfirmedType
  words: string
  /** What else was chosen, by the names of its fields. */
  chosen?: Readonly<Record<string, string>>
  /** Of a permit to revoke. */
  permit?: Permit
  change: CaseChange
  files: DossierFiles
  renderPurpose: RenderPurpose
  /** The one that goes on instead of it. */
  other?: { dossier: Dossier; procedureName: string }
  /** Those that were closed because this one goes on. */
  relying: readonly Pick<Dossier, 'id' | 'code'>[]
}

const WORDS: Record<ConfirmedType, { title: string; button: string; danger?: boolean }> = {
  approve: { title: 'Duyệt hồ sơ này?', button: 'Duyệt và gửi' },
  return: { title: 'Ghi là đã trả kết quả?', button: 'Ghi đã trả và gửi' },
  decline: { title: 'Không tiếp nhận hồ sơ này?', button: 'Không tiếp nhận và gửi', danger: true },
  refuse: { title: 'Từ chối giải quyết hồ sơ này?', button: 'Từ chối và gửi', danger: true },
  revoke: { title: 'Thu hồi giấy này?', button: 'Thu hồi và gửi', danger: true },
  apologise: { title: 'Xin lỗi và hẹn lại?', button: 'Hẹn lại và gửi' },
  longer: { title: 'Tính thời hạn dài hơn?', button: 'Ghi và gửi' },
  reopen: { title: 'Mở lại hồ sơ này?', button: 'Mở lại và gửi', danger: true },
  duplicate: { title: 'Đóng hồ sơ này vì trùng?', button: 'Đóng hồ sơ này và gửi', danger: true },
  'take-back': { title: 'Thu lại quyết định này?', button: 'Thu lại và gửi', danger: true },
}

/** The last look before something ends for the citizen: what is written, what they will read, what stands behind it. */
export const ConfirmPage = (props: ConfirmPageProps) => {
  const { signedIn, dossier, procedureName, type, words, permit, change, files, renderPurpose } = props
  const { title, button, danger } = WORDS[type]
  const back = `/staff/dossiers/${dossier.id}`
  return (
    <Layout title={title} signedIn={signedIn} at="dossiers" keys>
      <DossierHead {...{ title, dossier, procedureName }} />
      {props.other && <OtherOne {...props.other} beside={dossier} />}
      {props.relying.length > 0 && (
        <Notice bad>
          <p>
            Đã có {props.relying.length} hồ sơ đóng vì trùng với hồ sơ này, người dân được báo hồ sơ này đi tiếp:{' '}
            <Codes of={props.relying} />. Kết thúc hồ sơ này thì các hồ sơ đó cũng không còn được giải quyết.
          </p>
        </Notice>
      )}
      <section class="card" aria-labelledby="effect">
        <h2 id="effect">Điều gì xảy ra</h2>
        <ul class="plain-list">
          {change.row.status !== dossier.status && (
            <li>
              Trạng thái: {STATUSES[dossier.status].label} → <b>{STATUSES[change.row.status].label}</b>
            </li>
          )}
          {dossier.dueAt !== null && change.row.dueAt !== null && change.row.dueAt !== dossier.dueAt && (
            <li>
              Hạn trả: {renderDue(dossier.dueAt)} → <b>{renderDue(change.row.dueAt)}</b>
            </li>
          )}
          {type === 'apologise' && <li>Mỗi hồ sơ chỉ hẹn lại được một lần, ngày đã hẹn không sửa được.</li>}
          {change.granted && <li>Giấy dưới đây được ký và gửi ngay.</li>}
          {(change.ended?.permits.length ?? 0) > 0 && <li>Giấy mất giá trị ngay, chốt kiểm tra quét mã là thấy.</li>}
          {canBeTakenBack(RULES[type].recorded) && (
            <li>Bấm nhầm thì trong 24 giờ thu lại được, có ghi lý do và báo người dân.</li>
          )}
        </ul>
        {(change.granted ?? permit) && (
          <ClaimFacts claims={(change.granted ?? permit)!} renderPurpose={renderPurpose} />
        )}
      </section>
      {type === 'approve' && files.ids.length > 0 && (
        <section class="card" aria-labelledby="papers">
          <h2 id="papers">Giấy tờ người dân gửi</h2>
          <Files ids={files.ids} files={files} of="giấy tờ của hồ sơ" />
        </section>
      )}
      <ToldCard messages={change.messages} />
      <form class="pair" method="post" action={`${back}/${type}`}>
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <input type="hidden" name="revision" value={dossier.revision} />
        <input type="hidden" name="words" value={words} />
        {Object.entries(props.chosen ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {permit && <input type="hidden" name="permit" value={permit.id} />}
        <button type="submit" name="step" value="do" class={danger ? 'danger' : undefined} data-key="a">
          {button}
        </button>
        {words ? (
          <button type="submit" name="step" value="edit" class="plain">
            Chưa, sửa lại
          </button>
        ) : (
          <a class="button plain" href={back}>
            Chưa, quay lại
          </a>
        )}
      </form>
    </Layout>
  )
}
