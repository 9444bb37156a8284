import { beginningOf } from '../../../kernel/text.ts'
import { CHECK_TITLES } from '../../../procedures/value-words.ts'
import type { SignedInAs } from '../../pages/layout.tsx'
import { ProcedureFrame, pathOf } from './frame.tsx'

export interface InsertProps {
  signedIn: SignedInAs
  flow: string
  name: string
  code?: string | undefined
  /** In the order of the text, each with what stands in it. */
  steps: readonly { step: string; text: string }[]
  /** Of the draft that it is written into; 0 when there is none. */
  revision: number
  typed?: { before: string; say: string; label: string; check: string; choices: string }
  trouble?: string
}

const NOTHING = { before: '', say: '', label: '', check: '', choices: '' }

/** The question as it is read in the list: its name, and how it begins. */
const titleOf = ({ step, text }: InsertProps['steps'][number]): string => {
  const [, said = ''] = /say: *(?:\| *)?["']?(.*?)(?= +[a-z][A-Za-z]*:|$)/.exec(text) ?? []
  return said === '' ? step : `${step}: ${beginningOf(said.trim(), 60)}`
}

/** A question in four fields; the program writes the step and all that hangs on it. */
export const InsertPage = ({ signedIn, flow, name, code, steps, revision, typed = NOTHING, trouble }: InsertProps) => (
  <ProcedureFrame {...{ signedIn, flow, name, code }} title="Thêm một câu hỏi">
    <section class="card" aria-labelledby="insert">
      <h2 id="insert">Thêm một câu hỏi</h2>
      <p class="soft">
        Chương trình viết bước mới, nối các lối đi qua nó, tăng số bản và chuyển người đang làm dở sang nếu thủ tục đã
        xuất bản, rồi thêm câu trả lời vào các cuộc trò chuyện mẫu. Tất cả nằm trong bản nháp để ông/bà xem lại.
      </p>
      {trouble !== undefined && (
        <p class="wrong" role="alert" id="trouble">
          {trouble}
        </p>
      )}
      <form method="post" action={`${pathOf(flow)}/insert`} {...(trouble !== undefined && { 'aria-describedby': 'trouble' })}>
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <input type="hidden" name="revision" value={revision} />
        <div class="field">
          <label for="before">Hỏi ngay trước bước nào</label>
          <select id="before" name="before">
            {steps.map((it) => (
              <option key={it.step} value={it.step} selected={it.step === typed.before}>
                {titleOf(it)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="say">Câu hỏi người dân đọc</label>
          <p class="hint" id="say-hint">
            Ví dụ: Ông/bà muốn được trả lời vào buổi nào?
          </p>
          <textarea id="say" name="say" rows={3} required aria-describedby="say-hint" value={typed.say} />
        </div>
        <div class="field">
          <label for="label">Tên ngắn, hiện ở phần xem lại</label>
          <p class="hint" id="label-hint">
            Ví dụ: Buổi trả lời
          </p>
          <input id="label" name="label" required maxLength={60} aria-describedby="label-hint" value={typed.label} />
        </div>
        <div class="field">
          <label for="check">Người dân trả lời thế nào</label>
          <select id="check" name="check">
            <option value="">Chọn một trong các lựa chọn dưới đây</option>
            {Object.entries(CHECK_TITLES).map(([check, title]) => (
              <option key={check} value={check} selected={check === typed.check}>
                Nhắn chữ: {title}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="choices">Các lựa chọn (bỏ trống nếu người dân nhắn chữ)</label>
          <p class="hint" id="choices-hint">
            Mỗi dòng một lựa chọn, ví dụ: Buổi sáng
          </p>
          <textarea id="choices" name="choices" rows={4} aria-describedby="choices-hint" value={typed.choices} />
        </div>
        <div class="pair">
          <button type="submit">Thêm vào bản nháp</button>
          <a class="button plain" href={pathOf(flow)}>
            Thôi, quay lại
          </a>
        </div>
      </form>
    </section>
  </ProcedureFrame>
) // prettier-ignore
