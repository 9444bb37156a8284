import { renderInstant } from '../../../kernel/clock.ts'
import type { Mended } from '../../../procedures/clean-text.ts'
import { renderEdition } from '../../../procedures/consequences.ts'
import type { Examined } from '../../../procedures/examine.ts'
import type { FlowDraft, FlowVersion } from '../../../procedures/ports.ts'
import { pathOf } from './frame.tsx'
import { renderAuthor } from './list-page.tsx'
import { renderMended } from './verdict.tsx'

export const EDITED = [
  'saved',
  'discarded',
  'published',
  'restored',
  'unchanged',
  'withdrawn',
  'reopened',
  'inserted',
  'taught',
] as const
export type Edited = (typeof EDITED)[number]

/** What citizens use, and what of it is being changed. */
export const State = ({ newest, draft }: { newest?: FlowVersion | undefined; draft?: FlowDraft | undefined }) => (
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
export const OutOfService = ({ newest, flow, mayEdit }: { newest: FlowVersion; flow: string; mayEdit: boolean }) => {
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

const DONE: Record<Edited, string> = {
  saved: 'Đã lưu bản nháp.',
  discarded: 'Đã bỏ bản nháp.',
  published: 'Đã xuất bản.',
  restored: 'Đã quay về bản cũ.',
  withdrawn: 'Đã ngừng nhận thủ tục này.',
  reopened: 'Đã mở lại thủ tục này.',
  inserted: 'Đã thêm câu hỏi vào bản nháp.',
  taught: 'Đã thêm lời vào bản nháp và chạy lại các cuộc trò chuyện mẫu.',
  unchanged: 'Giống hệt bản đang dùng, không có gì để xuất bản.',
}

interface DoneProps {
  done: Edited
  newest: FlowVersion | undefined
  examined: Examined
  mended: readonly Mended[]
}

/** Takes the focus: what is wrong with the text stands far below it on a phone. */
export const DoneNotice = ({ done, newest, examined: { findings, caseFindings }, mended }: DoneProps) => (
  <p class="notice good" role="status" tabIndex={-1} autofocus>
    <strong>{DONE[done]}</strong>
    {['saved', 'inserted', 'taught'].includes(done) && findings.length + caseFindings.length > 0 && (
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

export const StaleNotice = ({ draft }: { draft: FlowDraft | undefined }) => (
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
