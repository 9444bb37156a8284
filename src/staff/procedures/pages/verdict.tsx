import type { Mended } from '../../../procedures/clean-text.ts'
import type { Examined } from '../../../procedures/examine.ts'
import type { Finding } from '../../../procedures/finding.ts'
import { type StepLines, stepAt } from '../../../procedures/step-lines.ts'
import { consequencesOf, type InForce } from '../../../procedures/consequences.ts'
import { pathOf } from './frame.tsx'
import { Explained } from './glossary.tsx'

interface VerdictProps {
  flow: string
  examined: Examined
  newest: InForce | undefined
  steps: readonly StepLines[]
  /** What is shown is the saved draft, so that it may be published as it stands. */
  isSaved: boolean
  mayEdit: boolean
  /** What saving would mend in the letters. */
  mended?: readonly Mended[]
}

const MENDS: Record<Mended, string> = {
  marks: 'chữ có dấu gõ dạng tổ hợp thành chữ dựng sẵn',
  eth: 'chữ Đ sai mã thành chữ Đ',
  spaces: 'dấu cách lạ (chép từ Word hay trang web) thành dấu cách thường',
  unseen: 'bỏ ký tự không nhìn thấy',
}

export const renderMended = (mended: readonly Mended[]): string => mended.map((kind) => MENDS[kind]).join('; ')

/** What the program thinks of a text. The editor's script replaces it while somebody types. */
export const Verdict = ({ flow, examined, newest, steps, isSaved, mayEdit, mended = [] }: VerdictProps) => {
  const { findings, caseFindings, played, isPartial } = examined
  const mistakes = findings.length + caseFindings.length
  const sentences = consequencesOf(examined, newest)
  return (
    <>
      <h2 id="findings">{mistakes > 0 ? `Còn ${mistakes} chỗ phải sửa` : 'Không có lỗi'}</h2>
      {mistakes > 0 && (
        <p class="soft">Chưa xuất bản được; bản nháp vẫn lưu được{newest && ', bản đang dùng vẫn giữ nguyên'}.</p>
      )}
      {mistakes > 0 && isPartial && (
        <p class="soft">
          Đó là những chỗ thấy được đến lúc này. Sửa xong, chương trình mới kiểm được đường đi giữa các bước và chạy các
          ví dụ, nên có thể còn chỗ khác.
        </p>
      )}
      {findings.length > 0 && <Findings findings={findings} field="source" steps={steps} />}
      {caseFindings.length > 0 && (
        <>
          <h3>Trong các ví dụ</h3>
          <Findings findings={caseFindings} field="cases" steps={[]} />
        </>
      )}
      {sentences.length > 0 && (
        <>
          <h3>Nếu xuất bản</h3>
          <ul class="plain-list">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {played > 0 && caseFindings.length === 0 && <p class="soft">{played} cuộc trò chuyện mẫu chạy đúng.</p>}
      {mended.length > 0 && <p class="soft">Khi lưu, chương trình đổi: {renderMended(mended)}.</p>}
      <InTheMiddle examined={examined} />
      {mayEdit && examined.would !== 'refused' && examined.would !== 'unchanged' && (
        <Onwards flow={flow} isSaved={isSaved} />
      )}
    </>
  )
}

/** Only what can succeed is offered, and only for the very text that was looked at. */
const Onwards = ({ flow, isSaved }: { flow: string; isSaved: boolean }) =>
  isSaved ? (
    <p class="move no-print">
      <a class="button" href={`${pathOf(flow)}/publish`}>
        Xuất bản…
      </a>
    </p>
  ) : (
    <p class="soft no-print">Bấm “Kiểm tra và lưu nháp” trước, rồi mới xuất bản được.</p>
  )

interface FindingsProps {
  findings: readonly Finding[]
  field: 'source' | 'cases'
  steps: readonly StepLines[]
}

const Findings = ({ findings, field, steps }: FindingsProps) => (
  <ol class="findings">
    {findings.map(({ line, column, message }, i) => {
      const step = stepAt(steps, line)
      return (
        <li key={i}>
          <a href={`#${field}-${line}`} data-field={field} data-line={line} data-column={column}>
            Dòng {line}, cột {column}
          </a>
          {step && <span class="soft">, bước {step}</span>}
          <div>{message}</div>
          <Explained sentence={message} />
        </li>
      )
    })}
  </ol>
)

const InTheMiddle = ({ examined: { inTheMiddle } }: { examined: Examined }) =>
  inTheMiddle.length === 0 ? null : (
    <details>
      <summary>{inTheMiddle.reduce((sum, { citizens }) => sum + citizens, 0)} người đang làm dở</summary>
      <ul class="plain-list">
        {inTheMiddle
          .toSorted((a, b) => a.version - b.version || b.citizens - a.citizens)
          .map(({ version, step, citizens }) => (
            <li key={`${version}/${step ?? ''}`}>
              Bản {version}, {step === undefined ? 'hồ sơ cất lại làm sau' : `bước ${step}`}: {citizens}
            </li>
          ))}
      </ul>
    </details>
  )
