import { renderInstant } from '../../../kernel/clock.ts'
import type { Mended } from '../../../procedures/clean-text.ts'
import type { DiffLine } from '../../../procedures/compare.ts'
import type { Examined } from '../../../procedures/examine.ts'
import type { FlowDraft, FlowVersion } from '../../../procedures/ports.ts'
import { stepLines } from '../../../procedures/step-lines.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { renderDifference, renderEdition } from '../../../procedures/consequences.ts'
import { Diff } from './diff.tsx'
import { ProcedureFrame, pathOf } from './frame.tsx'
import { renderAuthor } from './list-page.tsx'
import { Glossary } from './glossary.tsx'
import { GUIDE_PATH } from './guide-page.tsx'
import { NumberedText } from './numbered-text.tsx'
import { renderMended, Verdict } from './verdict.tsx'

export const EDITED = [
  'saved',
  'discarded',
  'published',
  'restored',
  'unchanged',
  'withdrawn',
  'reopened',
  'inserted',
] as const
export type Edited = (typeof EDITED)[number]

export interface EditorProps {
  signedIn: SignedInAs
  mayEdit: boolean
  flow: string
  name: string
  code?: string | undefined
  newest?: FlowVersion | undefined
  draft?: FlowDraft | undefined
  /** What stands in the fields: the draft, what is published, or what was just typed. */
  source: string
  cases: string
  examined: Examined
  /** From what is published to what stands in the field. */
  difference: readonly DiffLine[]
  done?: Edited | undefined
  /** What was mended in the letters when it was saved. */
  mended?: readonly Mended[]
  /** Somebody else saved since: what was typed was not saved, and stands in the fields. */
  isStale?: boolean
}

export const EditorPage = (props: EditorProps) => {
  const { signedIn, mayEdit, flow, name, code, newest, draft, source, cases, examined, difference, done, isStale } =
    props
  const { csrf } = signedIn
  const marks = (findings: Examined['findings']) => new Set(findings.map(({ line }) => line))
  return (
    <ProcedureFrame
      {...{ signedIn, flow, name, code }}
      at="editor"
      title="Nội dung"
      {...(mayEdit && { script: '/staff/editor.js' })}
    >
      {done && <DoneNotice {...{ done, newest, examined }} mended={props.mended ?? []} />}
      {isStale && <StaleNotice draft={draft} />}
      <State {...props} />
      {newest && <OutOfService {...{ newest, flow, mayEdit }} />}
      <ul class="ways no-print">
        <li>
          <a href={GUIDE_PATH}>Hướng dẫn sửa thủ tục</a>
        </li>
        {mayEdit && (
          <li>
            <a href={`${pathOf(flow)}/insert`}>Thêm một câu hỏi…</a>
          </li>
        )}
        {mayEdit && newest && newest.withdrawn === undefined && (
          <li>
            <a href={`${pathOf(flow)}/withdraw`}>Ngừng nhận thủ tục này…</a>
          </li>
        )}
      </ul>
      <div class="workbench">
        <form
          id="text"
          class="card texts"
          method="post"
          action={`${pathOf(flow)}/draft`}
          data-examine={`${pathOf(flow)}/examine`}
        >
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="revision" value={draft?.revision ?? 0} />
          <NumberedText
            name="source"
            label="Nội dung thủ tục"
            hint="Lời người dân đọc đứng sau say (câu nói), why (vì sao hỏi) và label (chữ trên nút, tên ngắn)."
            text={source}
            marked={marks(examined.findings)}
            isReadOnly={!mayEdit}
          />
          <NumberedText
            name="cases"
            label="Trò chuyện mẫu"
            hint="Chạy lại mỗi lần kiểm tra: nếu một câu trả lời khác đi, ông/bà biết ngay."
            text={cases}
            marked={marks(examined.caseFindings)}
            isReadOnly={!mayEdit}
          />
          {mayEdit && (
            <div class="save-bar no-print">
              <button type="submit">Kiểm tra và lưu nháp</button>
              <span class="soft" id="saving" role="status" />
              <p class="soft meaning" id="meaning" />
            </div>
          )}
        </form>
        <div class="side">
          <section class="card" id="verdict" aria-labelledby="findings" aria-live="polite">
            <Verdict
              {...{ flow, examined, newest, mayEdit }}
              steps={stepLines(source)}
              isSaved={draft?.source === source && draft.cases === cases}
            />
          </section>
          {draft && <DraftActions {...props} draft={draft} />}
          <Glossary />
        </div>
      </div>
      {draft && newest && (
        <section class="card" aria-labelledby="difference">
          <h2 id="difference">{renderDifference(newest)}</h2>
          <Diff lines={difference} label="Chỗ khác nhau" />
        </section>
      )}
      <Drawing flow={flow} examined={examined} hasDraft={draft !== undefined} />
    </ProcedureFrame>
  )
}

const State = ({ newest, draft }: EditorProps) => (
  <p>
    {draft ? (
      <>
        <span class="status paused">Bản nháp</span> {draft.savedBy} lưu lúc {renderInstant(draft.savedAt)}
        {newest
          ? `, chưa xuất bản. ${newest.withdrawn === undefined ? `Người dân đang dùng ${renderEdition(newest)}.` : 'Thủ tục đang ngừng nhận.'}`
          : ', chưa xuất bản lần nào.'}
        {newest && newest.withdrawn === undefined && newest.publishedAt > draft.savedAt && (
          <span class="fresh">
            Sau lần lưu này, {renderAuthor(newest.publishedBy)} đã xuất bản {renderEdition(newest)} lúc{' '}
            {renderInstant(newest.publishedAt)}. Xin xem phần “Khác với bản đang dùng” trước khi xuất bản.
          </span>
        )}
      </>
    ) : (
      newest && (
        <>
          {newest.withdrawn === undefined ? (
            <span class="status running">Đang dùng</span>
          ) : (
            <span class="status stopped">Đang ngừng nhận</span>
          )}{' '}
          {renderEdition(newest)}, {renderAuthor(newest.publishedBy)}{' '}
          {newest.withdrawn === undefined ? 'xuất bản' : 'cho ngừng'} lúc {renderInstant(newest.publishedAt)}
        </>
      )
    )}
  </p>
)

/** That citizens may not begin, what they read instead, and the way to change it. */
const OutOfService = ({ newest, flow, mayEdit }: { newest: FlowVersion; flow: string; mayEdit: boolean }) => {
  const { version, revision, withdrawn } = newest
  const place = new URLSearchParams({ version: String(version), revision: String(revision) }).toString()
  if (withdrawn === undefined) return null
  return (
    <section class="notice" aria-label="Đang ngừng nhận">
      <p>Người dân đọc lời này thay cho câu hỏi đầu tiên:</p>
      <blockquote>{withdrawn}</blockquote>
      {mayEdit && (
        <div class="pair no-print">
          <a class="button" href={`${pathOf(flow)}/roll-back?${place}`}>
            Mở lại…
          </a>
          <a class="button plain" href={`${pathOf(flow)}/withdraw`}>
            Sửa lời này…
          </a>
        </div>
      )}
    </section>
  )
}

const DraftActions = ({ signedIn: { csrf }, mayEdit, flow, newest, draft }: EditorProps & { draft: FlowDraft }) => (
  <section class="card actions no-print" aria-labelledby="next">
    <h2 id="next">Việc tiếp theo</h2>
    <p class="move">
      <a class="button plain" href={`${pathOf(flow)}/rehearsal`}>
        Diễn tập bản nháp
      </a>
    </p>
    {mayEdit && (
      <details>
        <summary class="danger">Bỏ bản nháp</summary>
        <form method="post" action={`${pathOf(flow)}/discard`}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="revision" value={draft.revision} />
          <p class="hint">
            {newest
              ? 'Nội dung trở về bản đang dùng. Phần đã sửa bị xóa hẳn.'
              : 'Thủ tục này chưa xuất bản nên sẽ mất hẳn.'}
          </p>
          <button type="submit" class="danger">
            Bỏ bản nháp này
          </button>
        </form>
      </details>
    )}
  </section>
)

const Drawing = ({ flow, examined, hasDraft }: { flow: string; examined: Examined; hasDraft: boolean }) => {
  const address = `${pathOf(flow)}/drawing.svg${hasDraft ? '?of=draft' : ''}`
  return (
    <section class="card" aria-labelledby="drawing">
      <h2 id="drawing">Hình vẽ</h2>
      {examined.outline ? (
        <>
          <p class="soft no-print">
            Các bước từ trên xuống; chỗ có lỗi được khoanh đỏ. <a href={address}>Mở hình riêng</a>
          </p>
          <div class="drawing" role="region" aria-label="Hình vẽ các bước" tabIndex={0}>
            <img src={address} alt={`Các bước của thủ tục, bắt đầu từ bước ${examined.outline.start}`} />
          </div>
        </>
      ) : (
        <p>Chưa vẽ được: nội dung chưa đọc được, xem phần lỗi ở trên.</p>
      )}
    </section>
  )
}

const DONE: Record<Edited, string> = {
  saved: 'Đã lưu bản nháp.',
  discarded: 'Đã bỏ bản nháp.',
  published: 'Đã xuất bản.',
  restored: 'Đã quay về bản cũ.',
  withdrawn: 'Đã ngừng nhận thủ tục này.',
  reopened: 'Đã mở lại thủ tục này.',
  inserted: 'Đã thêm câu hỏi vào bản nháp.',
  unchanged: 'Giống hệt bản đang dùng, không có gì để xuất bản.',
}

interface DoneProps {
  done: Edited
  newest: FlowVersion | undefined
  examined: Examined
  mended: readonly Mended[]
}

/** Takes the focus: what is wrong with the text stands far below it on a phone. */
const DoneNotice = ({ done, newest, examined: { findings, caseFindings }, mended }: DoneProps) => (
  <p class="notice good" role="status" tabIndex={-1} autofocus>
    <strong>{DONE[done]}</strong>
    {(done === 'saved' || done === 'inserted') && findings.length + caseFindings.length > 0 && (
      <>
        {' '}
        <a href="#verdict">Còn {findings.length + caseFindings.length} chỗ phải sửa</a> trước khi xuất bản.
      </>
    )}
    {newest &&
      ['published', 'restored', 'reopened'].includes(done) &&
      ` Người dân dùng ${renderEdition(newest)} từ bây giờ.`}
    {done === 'inserted' &&
      ' Các lối đi đã nối qua câu hỏi mới, các cuộc trò chuyện mẫu đã có câu trả lời; cuộc nào còn phải sửa tay thì có ở phần lỗi.'}
    {done === 'saved' && mended.length > 0 && ` Khi lưu, chương trình đã đổi: ${renderMended(mended)}.`}
  </p>
)

const StaleNotice = ({ draft }: { draft: FlowDraft | undefined }) => (
  <div class="notice bad" role="alert">
    <p>
      <strong>Chưa lưu: bản nháp vừa được người khác thay đổi.</strong>
    </p>
    <p>
      {draft
        ? `${draft.savedBy} đã lưu lúc ${renderInstant(draft.savedAt)}. `
        : 'Bản nháp đã được xuất bản hoặc bị bỏ. '}
      Phần ông/bà gõ còn nguyên ở dưới. Bấm lưu lần nữa thì phần của ông/bà thay cho bản kia; muốn xem bản kia, mở lại
      trang này ở một cửa sổ khác.
    </p>
  </div>
)
