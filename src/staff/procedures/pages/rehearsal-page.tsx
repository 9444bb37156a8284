import type { Finding } from '../../../procedures/finding.ts'
import type { Act, Bubble, Rehearsed } from '../../../procedures/rehearse.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { renderAct } from '../forms.ts'
import { ProcedureFrame, pathOf } from './frame.tsx'

interface RehearsalProps {
  signedIn: SignedInAs
  flow: string
  name: string
  code?: string | undefined
  /** A draft is played, else what is published. */
  isDraft: boolean
  acts: readonly Act[]
  isFull: boolean
  played: Rehearsed | { findings: readonly Finding[] }
}

export const RehearsalPage = (props: RehearsalProps) => {
  const { signedIn, flow, name, code, isDraft, played } = props
  return (
    <ProcedureFrame {...{ signedIn, flow, name, code }} at="rehearsal" title="Diễn tập">
      <p class="soft">
        {isDraft ? 'Ông/bà đang thử bản nháp' : 'Ông/bà đang thử bản đang dùng'} như một người dân. Không có gì được lưu
        hay gửi đi; không cần nhập thông tin thật.
      </p>
      {'findings' in played ? (
        <Unplayable flow={flow} findings={played.findings} />
      ) : (
        <Chat {...props} played={played} />
      )}
    </ProcedureFrame>
  )
}

const Unplayable = ({ flow, findings }: { flow: string; findings: readonly Finding[] }) => (
  <section class="card" aria-labelledby="unplayable">
    <h2 id="unplayable">Chưa diễn tập được, xin sửa trước</h2>
    <ul class="plain-list">
      {findings.slice(0, 10).map(({ line, message }, i) => (
        <li key={i}>
          Dòng {line}: {message}
        </li>
      ))}
    </ul>
    <a class="button" href={pathOf(flow)}>
      Về sửa nội dung
    </a>
  </section>
)

const Chat = ({ signedIn, flow, acts, isFull, played }: RehearsalProps & { played: Rehearsed }) => {
  const last = played.bubbles.findLastIndex(({ by }) => by === 'account')
  return (
    <form class="rehearsal" method="post" action={`${pathOf(flow)}/rehearsal#now`}>
      <input type="hidden" name="csrf" value={signedIn.csrf} />
      {acts.map((act, i) => (
        <input key={i} type="hidden" name="done" value={renderAct(act)} />
      ))}
      {/* Enter in the field presses the first button of a form: this one, not a choice of the chat. */}
      <button class="unseen" type="submit" tabIndex={-1} aria-hidden="true">
        Gửi
      </button>
      <ol class="bubbles" aria-label="Cuộc trò chuyện">
        {played.bubbles.map((bubble, i) => (
          <Row key={i} bubble={bubble} isLast={i === last} />
        ))}
      </ol>
      <div id="now" class="card composer">
        {played.asks !== undefined && <Query asks={played.asks} />}
        {played.hasEnded && played.asks === undefined && (
          <p>Cuộc trò chuyện đã xong. Gõ tiếp để xem người dân nhận được gì.</p>
        )}
        {isFull && <p role="alert">Cuộc diễn tập đã quá dài. Xin bắt đầu lại.</p>}
        {!isFull && played.asks === undefined && (
          <>
            <label for="typed">Người dân nhắn</label>
            <div class="pair">
              <input id="typed" name="text" maxLength={2000} autocomplete="off" />
              <button type="submit">Gửi</button>
            </div>
            <div class="pair">
              <button type="submit" class="plain" name="act" value="photo">
                Gửi ảnh
              </button>
              <button type="submit" class="plain" name="act" value="card">
                Gửi ảnh thẻ
              </button>
              <button type="submit" class="plain" name="act" value="document">
                Gửi tệp
              </button>
            </div>
          </>
        )}
        <div class="pair">
          {acts.length > 0 && (
            <button type="submit" class="plain" name="back" value="1">
              Lùi một lượt
            </button>
          )}
          <a class="button plain" href={`${pathOf(flow)}/rehearsal`}>
            Bắt đầu lại
          </a>
        </div>
      </div>
    </form>
  )
}

const BY = { citizen: 'Người dân', account: 'Một Cửa', program: 'Chương trình' } as const

const Row = ({ bubble: { by, text, choices, step }, isLast }: { bubble: Bubble; isLast: boolean }) => (
  <li class={by}>
    <span class="unseen">{BY[by]}: </span>
    <div class="bubble">{text}</div>
    {choices.length > 0 && (
      <div class="choices">
        {choices.map((choice) =>
          'key' in choice && isLast ? (
            <button key={choice.key} type="submit" class="plain" name="act" value={`s:#${choice.key}`}>
              {choice.label}
            </button>
          ) : (
            <span key={choice.label} class="choice">
              {choice.label}
            </span>
          ),
        )}
      </div>
    )}
    {step && <div class="soft mono">{step}</div>}
  </li>
)

const QUERIES: Record<NonNullable<Rehearsed['asks']>, string> = {
  dossier: 'một hồ sơ theo mã',
  'my dossiers': 'các hồ sơ của người này',
  'my permits': 'các giấy của người này',
  'my visits': 'các lịch hẹn của người này',
  'dossiers to rate': 'các hồ sơ có thể đánh giá',
  'my data': 'dữ liệu của người này',
}

const Query = ({ asks }: { asks: NonNullable<Rehearsed['asks']> }) => (
  <fieldset class="query">
    <legend>Chương trình đang tìm {QUERIES[asks]}. Trong buổi diễn tập, ông/bà trả lời thay:</legend>
    <div class="pair">
      <button type="submit" name="act" value="found">
        Tìm thấy
      </button>
      <button type="submit" class="plain" name="act" value="nothing">
        Không thấy
      </button>
    </div>
  </fieldset>
)
