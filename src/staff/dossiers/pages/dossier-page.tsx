import { beforePutRight } from '../../../dossiers/answers-now.ts'
import type { Colleague } from '../../../dossiers/acts/act.ts'
import type { Dossier, DossierAction } from '../../../dossiers/dossier.ts'
import type { OfferedAct } from '../../../dossiers/offered.ts'
import type { PreparedApology } from '../../../dossiers/prepare-apology.ts'
import { isWaiting } from '../../../dossiers/status.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { StaffId } from '../../../kernel/ids.ts'
import type { DossierMessage, Unreached } from '../../../notifications/dossier-messages.ts'
import type { GivenNotice } from '../../../dossiers/notices.ts'
import type { OpenBeside } from '../../../dossiers/views.ts'
import type { Permit } from '../../../permits/code/permit.ts'
import type { Rating } from '../../../turns/ports.ts'
import type { Visit } from '../../../conversation/flow/prospect.ts'
import type { DossierFiles } from '../dossier-files.ts'
import type { Askable } from '../ask-form.ts'
import type { FilledReply } from '../canned-for.ts'
import type { DecisionType } from '../decision-form.ts'
import { ActionForms } from './action-forms.tsx'
import type { Trouble, Typed } from './trouble.ts'
import { renderApplicant } from './applicant.ts'
import { Due } from './due.tsx'
import { Answers } from './answers.tsx'
import { NotReached } from './delivery.tsx'
import { Facts } from '../../frame/facts.tsx'
import { LookAlikesCard, type LookAlikesShown } from './look-alikes-card.tsx'
import { History } from './history.tsx'
import { MendedCard } from './mended-card.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { OpenBesideNotice } from './open-beside.tsx'
import { DoneNotice, TroubleNotice } from './outcome-notices.tsx'
import { type Agencies, OfficeCard } from './office-card.tsx'
import { PermitCard } from './permit-card.tsx'
import { RatingCard } from './rating-card.tsx'
import { StatusChip } from './status-chip.tsx'
import { Waiting } from './waiting.tsx'
import { phoneIn } from './with-phones.tsx'

export interface DossierPageProps {
  signedIn: SignedInAs
  /** Address of the list that led here, with its filters. */
  list: string
  /** Address of the next row of that list, where its place is known. */
  next?: string
  dossier: Dossier
  /** Oldest first. */
  actions: readonly DossierAction[]
  files: DossierFiles
  /** What was said to the citizen about it, oldest first. */
  messages: readonly DossierMessage[]
  /** What the desk was told of it, oldest first. */
  notices: readonly GivenNotice[]
  /** Of the last thing said, when it has not arrived. */
  unreached?: Unreached
  permits: readonly Permit[]
  /** Permits that those go on from, and that go on from those. */
  linked: readonly Permit[]
  permitName: (kind: string) => string
  procedureName: string
  agencyName: string
  /** Approving it grants a permit. */
  grants: boolean
  /** Labels of the questions that asked for papers. */
  papers: readonly string[]
  /** What can be asked back for. */
  askable: readonly Askable[]
  /** The apology for what will be late, or is. */
  prepared?: PreparedApology
  /** Keys of answers that this person may put right. */
  correctable: ReadonlySet<string>
  /** Cases for which the law gives more time. */
  longer: readonly string[]
  /** Where it is a visit. */
  visit?: Visit
  /** A leader decides. */
  isLed: boolean
  /** Who looks. */
  account: StaffId
  /** Who could work on it where it lies. */
  colleagues: readonly Colleague[]
  agencies: Agencies
  /** What this person may do now. */
  offered: readonly OfferedAct[]
  mayRevoke: boolean
  mayResend: boolean
  /** The last decision, as far as this officer may take it back. */
  takeBack?: { label: string; until: number }
  now: number
  /** Colleagues who have it open at this moment. */
  openBeside: readonly OpenBeside[]
  maySeeViews: boolean
  /** Only while it has not ended. */
  lookAlikes?: LookAlikesShown
  /** Only for those who may see it. */
  rating?: Rating
  /** To choose from when the citizen is answered. */
  canned: readonly FilledReply[]
  /** What was just carried out. */
  done?: DecisionType | 'correct'
  /** What was just not carried out. */
  trouble?: Trouble
  /** What was shown once more and is to be changed. */
  typed?: Typed
}

export const DossierPage = (props: DossierPageProps) => {
  const {
    signedIn,
    dossier,
    actions,
    files,
    messages,
    unreached,
    permits,
    linked,
    permitName,
    grants,
    papers,
    offered,
    mayRevoke,
    takeBack,
    now,
    rating,
    done,
    trouble,
  } = props
  const { csrf } = signedIn
  const typed = trouble ?? props.typed
  const alikes = props.lookAlikes && {
    ...{ ...props.lookAlikes, dossier, csrf, agencyName: props.agencies.nameOf, typed },
    isOfPermits: grants && isWaiting(dossier.status),
  }
  return (
    <Layout
      title={`${trouble ? 'Lỗi: ' : ''}Hồ sơ ${dossier.code}`}
      signedIn={signedIn}
      at="dossiers"
      keys
      script="/staff/reply.js"
    >
      <p class="ways no-print">
        <a href={props.list} data-key="u">
          ← Danh sách hồ sơ
        </a>
        {props.next && (
          <a href={props.next} data-key="n">
            Hồ sơ tiếp theo →
          </a>
        )}
      </p>
      <p class="print-only">
        {props.agencyName}. In lúc {renderInstant(now)}, {signedIn.name}.
      </p>
      <Head {...props} />
      <OpenBesideNotice people={props.openBeside} now={now} />
      {done && !trouble && <DoneNotice done={done} hasArrived={messages.at(-1)?.state === 'sent'} />}
      {trouble && <TroubleNotice trouble={trouble} last={actions.at(-1)} />}
      {unreached && (
        <p class="notice bad">
          <NotReached unreached={unreached} phone={phoneIn(dossier.answers)} />
        </p>
      )}
      <div class="columns">
        <div class="main">
          <MendedCard actions={actions} files={files} status={dossier.status} />
          <section class="card" aria-labelledby="answers">
            <h2 id="answers">Thông tin người dân khai</h2>
            <Answers
              {...{ answers: dossier.answers, files, dossier: dossier.id, correctable: props.correctable }}
              before={beforePutRight(actions)}
            />
          </section>
        </div>
        <div class="side">
          {alikes && <LookAlikesCard {...alikes} at="top" />}
          <section class="card actions" aria-labelledby="actions">
            <h2 id="actions">Xử lý</h2>
            <Waiting dossier={dossier} actions={actions} />
            {props.isLed && isUnderWork(dossier) && !offered.includes('approve') && (
              <p class="soft">
                Thủ tục này do lãnh đạo duyệt. Xong phần mình, ông/bà chọn “Phân công cho người khác” để chuyển lãnh
                đạo.
              </p>
            )}
            <ActionForms
              {...{ dossier, actions, grants, papers, offered, csrf, longer: props.longer, canned: props.canned }}
              {...{ now, askable: props.askable }}
              {...(props.visit && { visit: props.visit })}
              {...(typed && { typed })}
              {...(takeBack && { takeBack })}
              {...(props.prepared && { prepared: props.prepared })}
            />
          </section>
          <OfficeCard
            {...{ dossier, actions, offered, csrf, now, account: props.account }}
            {...{ colleagues: props.colleagues, agencies: props.agencies }}
            {...(typed && { typed })}
          />
          {alikes && <LookAlikesCard {...alikes} at="end" />}
          {permits.map((permit) => (
            <PermitCard
              key={permit.id}
              {...{ permit, linked, permitName, dossier, csrf, now, mayRevoke }}
              {...(typed && { typed })}
            />
          ))}
          {rating && <RatingCard {...rating} />}
          <section class="card" aria-labelledby="history">
            <h2 id="history">Quá trình</h2>
            <History
              {...{ actions, files, messages, notices: props.notices }}
              {...(props.mayResend && { again: { dossier, csrf, phone: phoneIn(dossier.answers) } })}
            />
            {props.maySeeViews && (
              <p class="no-print">
                <a href={`/staff/dossiers/${dossier.id}/views`}>Ai đã xem hồ sơ này</a>
              </p>
            )}
          </section>
        </div>
      </div>
    </Layout>
  )
}

const Head = ({ dossier, procedureName, agencyName, now }: DossierPageProps) => (
  <div class="head">
    <h1>
      <span class="code">{dossier.code}</span> <StatusChip status={dossier.status} />
    </h1>
    <Facts of={[<b>{procedureName}</b>, renderApplicant(dossier)]} />
    <p class="deadline">
      {dossier.dueAt !== null && isWaiting(dossier.status) && 'Hạn: '}
      <Due {...dossier} now={now} />
    </p>
    <Facts
      soft
      of={[
        agencyName,
        `nộp lúc ${renderInstant(dossier.filedAt)}`,
        <>
          mã tra cứu <span class="code">{dossier.lookupSecret}</span>
        </>,
      ]}
    />
  </div>
)

const isUnderWork = ({ status }: Dossier): boolean => status === 'accepted' || status === 'processing'
