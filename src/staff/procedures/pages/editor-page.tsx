import type { Mended } from '../../../procedures/clean-text.ts'
import type { DiffLine } from '../../../procedures/compare.ts'
import type { Examined } from '../../../procedures/examine.ts'
import type { FlowDraft, FlowVersion } from '../../../procedures/ports.ts'
import { stepLines } from '../../../procedures/step-lines.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { renderDifference } from '../../../procedures/consequences.ts'
import { Diff } from './diff.tsx'
import { DoneNotice, type Edited, OutOfService, StaleNotice, State } from './editor-notices.tsx'
import { ProcedureFrame, pathOf } from './frame.tsx'
import { Glossary } from './glossary.tsx'
import { GUIDE_PATH } from './guide-page.tsx'
import { NumberedText } from './numbered-text.tsx'
import { Verdict } from './verdict.tsx'

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
      <State {...{ newest, draft }} />
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
