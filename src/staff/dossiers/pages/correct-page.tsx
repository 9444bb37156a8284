import type { CaseChange } from '../../../casework/ports.ts'
import type { Correctable } from '../../../casework/read-correction.ts'
import { checkOf } from '../../../conversation/flow/check-of.ts'
import { choicesOf } from '../../../conversation/flow/flow-format.ts'
import type { Dossier, FiledAnswer } from '../../../dossiers/dossier.ts'
import { Field } from '../../frame/field.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { DossierHead } from './dossier-head.tsx'
import { ToldCard } from './told-card.tsx'

export interface CorrectForm {
  typed?: string
  reason?: string
  wrong?: { typed?: string; reason?: string; page?: string }
  /** Shown once more before it is done. */
  planned?: { given: FiledAnswer; change: CaseChange }
}

interface CorrectPageProps extends CorrectForm {
  signedIn: SignedInAs
  dossier: Dossier
  procedureName: string
  answerKey: string
  step: Correctable
}

/** One answer as it stands, and what is to stand there instead. */
export const CorrectPage = (props: CorrectPageProps) => {
  const { signedIn, dossier, answerKey, planned, wrong } = props
  const answer = dossier.answers.find(({ key }) => key === answerKey)
  const back = `/staff/dossiers/${dossier.id}`
  const title = planned ? 'Sửa như thế này?' : `Sửa: ${answer?.label ?? ''}`
  return (
    <Layout title={`${wrong ? 'Lỗi: ' : ''}${title}`} signedIn={signedIn} at="dossiers" keys>
      <DossierHead {...{ title, dossier, procedureName: props.procedureName }} isRefused={wrong !== undefined} />
      {wrong?.page && (
        <p class="notice bad" role="alert">
          {wrong.page}
        </p>
      )}
      {planned && answer ? (
        <Planned {...{ ...props, answer, planned, back }} />
      ) : (
        <Form {...props} back={back} current={answer?.shown ?? ''} />
      )}
    </Layout>
  )
}

const Form = ({
  signedIn,
  dossier,
  answerKey,
  step,
  typed,
  reason = '',
  wrong,
  back,
  current,
}: CorrectPageProps & { back: string; current: string }) => (
  <form class="card" method="post" action={`${back}/correct/${answerKey}`}>
    <input type="hidden" name="csrf" value={signedIn.csrf} />
    <input type="hidden" name="revision" value={dossier.revision} />
    <dl class="answers">
      <dt>Đang ghi</dt>
      <dd>{current}</dd>
    </dl>
    <Field
      id="typed"
      label="Sửa thành"
      hint={step.expect === 'text' ? checkOf(step)?.hint : undefined}
      wrong={wrong?.typed}
    >
      {(described) =>
        step.expect === 'choice' ? (
          <select {...described} name="typed">
            {choicesOf(step).map(({ key, label }) => (
              <option key={key} value={key} selected={key === (typed ?? valueOf(dossier, answerKey))}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input {...described} name="typed" value={typed ?? current} maxLength={1_000} autocomplete="off" required />
        )
      }
    </Field>
    <Field
      id="reason"
      label="Lý do"
      hint="Người dân đọc nguyên văn. Ví dụ: Gõ nhầm số, đối chiếu theo căn cước."
      wrong={wrong?.reason}
    >
      {(described) => <input {...described} name="reason" value={reason} maxLength={1_000} required />}
    </Field>
    <p class="pair">
      <button type="submit">Xem trước</button>
      <a class="button plain" href={back}>
        Thôi, quay lại
      </a>
    </p>
  </form>
)

const valueOf = (dossier: Dossier, key: string): string | undefined =>
  dossier.answers.find((answer) => answer.key === key)?.value

const Planned = ({
  signedIn,
  dossier,
  answerKey,
  answer,
  planned,
  typed = '',
  reason = '',
  back,
}: CorrectPageProps & { answer: FiledAnswer; planned: NonNullable<CorrectForm['planned']>; back: string }) => (
  <>
    <section class="card" aria-labelledby="both">
      <h2 id="both">{answer.label}</h2>
      <dl class="beside">
        <div>
          <dt>Đang ghi</dt>
          <dd>{answer.shown}</dd>
        </div>
        <div>
          <dt>Sửa thành</dt>
          <dd>{planned.given.shown}</dd>
        </div>
      </dl>
    </section>
    <ToldCard messages={planned.change.messages} />
    <form class="pair" method="post" action={`${back}/correct/${answerKey}`}>
      <input type="hidden" name="csrf" value={signedIn.csrf} />
      <input type="hidden" name="revision" value={dossier.revision} />
      <input type="hidden" name="typed" value={typed} />
      <input type="hidden" name="reason" value={reason} />
      <button type="submit" name="step" value="do" data-key="a">
        Sửa và gửi
      </button>
      <button type="submit" name="step" value="edit" class="plain">
        Chưa, sửa lại
      </button>
    </form>
  </>
)
